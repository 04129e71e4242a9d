/**
 * Invoices, receipts, credit notes and statements on paper (BIL-2): {@link org.carewright.billing.paper.Papers} writes
 * them as PDF in the patient's language, {@link org.carewright.billing.paper.Statements} gives a statement's figures.
 */
package org.carewright.billing.paper;
