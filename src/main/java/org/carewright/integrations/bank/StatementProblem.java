package org.carewright.integrations.bank;

/**
 * Why a statement file can't be taken; never what stands in it.
 *
 * @param row number of the row in the file, from 1; 0 when it is the whole file
 * @param code {@code not_csv}, {@code no_headings}, {@code too_long}, {@code no_lines}, {@code date}, {@code date_order},
 *     {@code date_future}, {@code amount}, {@code amount_twice}
 */
public record StatementProblem(int row, String code) {

    /** Key of its text. */
    public String messageKey() {
        return "bank.problem." + code;
    }
}
