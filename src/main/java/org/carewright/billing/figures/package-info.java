/**
 * What the ledger comes to (REP-2): {@link org.carewright.billing.figures.MoneyFigures} for people and apps, {@link
 * org.carewright.billing.figures.LedgerExport} for the accountant. Days that are over are summed once ({@link
 * org.carewright.billing.figures.DayTotals}); today is always read from the ledger itself.
 */
package org.carewright.billing.figures;
