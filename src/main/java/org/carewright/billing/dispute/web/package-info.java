/** Disputes at the desk. */
package org.carewright.billing.dispute.web;
