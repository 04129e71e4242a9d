/** Pages of plans, packages and saved cards, at the desk and at the portal (BIL-5, BIL-8). */
package org.carewright.billing.plan.web;
