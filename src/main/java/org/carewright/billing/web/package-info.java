/** Invoices, payments and refunds at the desk (BIL-8), and how the clinic bills. */
package org.carewright.billing.web;
