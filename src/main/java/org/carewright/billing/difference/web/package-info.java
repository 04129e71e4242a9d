/** Differences about money at the desk. */
package org.carewright.billing.difference.web;
