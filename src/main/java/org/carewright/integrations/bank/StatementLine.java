package org.carewright.integrations.bank;

import java.time.LocalDate;

/**
 * One line of a bank statement as read.
 *
 * @param row number of the row in the file, from 1, as a spreadsheet counts
 * @param bookedOn the bank's date, without a zone
 * @param minor in minor currency units; credits positive, debits negative, never 0
 * @param reference the bank's reference (UTR, RRN, cheque number), null when it gives none
 * @param description the bank's text, as it stands; may name the payer
 */
record StatementLine(int row, LocalDate bookedOn, long minor, String reference, String description) {}
