package org.carewright.integrations.bank;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which column holds what. Known are the headings of the exports of HDFC, ICICI, SBI, Axis, Kotak, Chase, Bank of
 * America, Citi, Capital One and whatever calls its columns alike.
 *
 * @param amount the one column with signed amounts, -1 when there are two
 * @param side tells credit from debit where amounts have no sign, -1 for none
 */
record StatementColumns(int date, int description, int reference, int credit, int debit, int amount, int side) {

    private static final int NONE = -1;

    private static final List<String> DATE = List.of(
            "transactiondate",
            "txndate",
            "trandate",
            "postingdate",
            "posteddate",
            "bookingdate",
            "date",
            "valuedate",
            "valuedt");
    private static final List<String> DESCRIPTION = List.of(
            "narration",
            "description",
            "particulars",
            "transactionremarks",
            "remarks",
            "transactiondetails",
            "transactionparticulars",
            "memo",
            "payee",
            "name",
            "details");
    private static final List<String> REFERENCE = List.of(
            "utr",
            "utrnumber",
            "utrno",
            "rrn",
            "bankreference",
            "referencenumber",
            "referenceno",
            "reference",
            "transactionreference",
            "transactionreferencenumber",
            "transactionid",
            "tranid",
            "fitid",
            "refno",
            "refnochequeno",
            "chqrefno",
            "chqrefnumber",
            "chequerefno",
            "chequenumber",
            "chequeno",
            "chqno",
            "checkorslip",
            "checknumber");
    private static final List<String> CREDIT = List.of(
            "depositamt",
            "depositamount",
            "depositamountinr",
            "deposit",
            "deposits",
            "credit",
            "creditamount",
            "credits",
            "cr",
            "paidin");
    private static final List<String> DEBIT = List.of(
            "withdrawalamt",
            "withdrawalamount",
            "withdrawalamountinr",
            "withdrawal",
            "withdrawals",
            "debit",
            "debitamount",
            "debits",
            "dr",
            "paidout");
    private static final List<String> AMOUNT = List.of(
            "amount",
            "transactionamount",
            "amountinr",
            "amountusd",
            "amt",
            "withdrawaldrdepositcr",
            "withdrawaldrdepositcrinr");
    private static final List<String> SIDE = List.of("drcr", "crdr", "debitcredit", "creditdebit", "creditordebit");

    /** The columns named by a row, empty when it isn't the row of headings. */
    static Optional<StatementColumns> of(List<String> row) {
        var names = row.stream().map(StatementColumns::normal).toList();
        var columns = new StatementColumns(
                first(names, DATE),
                first(names, DESCRIPTION),
                first(names, REFERENCE),
                first(names, CREDIT),
                first(names, DEBIT),
                first(names, AMOUNT),
                first(names, SIDE));
        var hasAmounts = columns.amount != NONE || columns.credit != NONE && columns.debit != NONE;
        return columns.date != NONE && hasAmounts ? Optional.of(columns) : Optional.empty();
    }

    boolean hasTwoAmounts() {
        return credit != NONE && debit != NONE;
    }

    /** The cell's text without spaces around it; empty for a column or cell that isn't there. */
    static String cell(List<String> row, int column) {
        return column == NONE || column >= row.size() ? "" : row.get(column).strip();
    }

    private static int first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(NONE);
    }

    /** Only the letters: banks differ in dots, slashes, spaces and brackets. */
    private static String normal(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
