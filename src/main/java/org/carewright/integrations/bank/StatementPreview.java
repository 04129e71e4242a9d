package org.carewright.integrations.bank;

import java.time.LocalDate;
import java.util.List;
import org.carewright.shared.money.Money;

/**
 * What a statement file would bring, before it does.
 *
 * @param lines in the file's order; empty when there are problems
 * @param problems none, or nothing of the file can be taken
 */
public record StatementPreview(List<Line> lines, List<StatementProblem> problems) {

    /**
     * One line.
     *
     * @param row number of the row in the file, from 1, as a spreadsheet counts
     * @param amount above zero for money that came in
     * @param reference the bank's, null for none
     * @param description the bank's text; may name the payer
     * @param known whether an earlier file has brought it
     */
    public record Line(int row, LocalDate bookedOn, Money amount, String reference, String description, boolean known) {

        /** Whether it is new and brings money. */
        public boolean isNewCredit() {
            return !known && amount.minor() > 0;
        }
    }
}
