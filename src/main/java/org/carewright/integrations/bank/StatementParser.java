package org.carewright.integrations.bank;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads a bank's CSV: finds the headings below the bank's own lines, maps them, and reads dates and amounts exactly or
 * tells the row in which it can't. Cells are texts, whatever a spreadsheet would take them for.
 */
final class StatementParser {

    /** A bank's address, the account and the period stand above the headings, never more than this. */
    private static final int HEADINGS_WITHIN = 60;

    private static final int MOST_PROBLEMS = 50;
    private static final int LONGEST_DESCRIPTION = 500;

    /** Below the lines some banks add sums and legal texts. */
    private static final Pattern END = Pattern.compile("(?i)(statement summary|summary|total|grand total"
            + "|opening bal|closing bal|generated (on|by)|end of statement|this is a computer|legend|unless).*");

    private final Currency currency;
    private final DateOrder order;
    private final LocalDate latest;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<StatementProblem> problems = new ArrayList<>();

    private StatementParser(Currency currency, DateOrder order, LocalDate latest) {
        this.currency = currency;
        this.order = order;
        this.latest = latest;
    }

    /** @param problems none, or there is nothing in {@code lines} to rely on */
    record Parsed(List<StatementLine> lines, List<StatementProblem> problems) {}

    /** @param latest the last day a line can be of */
    static Parsed parse(byte[] file, Currency currency, DateOrder order, LocalDate latest) {
        var parser = new StatementParser(currency, order, latest);
        try {
            parser.read(StatementFile.rows(file));
        } catch (IOException e) {
            parser.problem(0, "not_csv");
        }
        return new Parsed(
                parser.lines, parser.problems.stream().limit(MOST_PROBLEMS).toList());
    }

    private void read(List<List<String>> rows) {
        for (var index = 0; index < Math.min(rows.size(), HEADINGS_WITHIN); index++) {
            var columns = StatementColumns.of(rows.get(index));
            if (columns.isPresent()) {
                readLines(rows, index + 1, columns.get());
                if (lines.isEmpty() && problems.isEmpty()) {
                    problem(0, "no_lines");
                }
                return;
            }
        }
        problem(0, "no_headings");
    }

    private void readLines(List<List<String>> rows, int from, StatementColumns columns) {
        var ended = false;
        for (var index = from; index < rows.size(); index++) {
            var row = rows.get(index);
            ended |= isEnd(row);
            if (isRuler(row) || hasNoAmount(row, columns) || ended && !hasDate(row, columns)) {
                continue;
            }
            readLine(index + 1, row, columns);
        }
    }

    private void readLine(int number, List<String> row, StatementColumns columns) {
        var amount = amount(number, row, columns);
        var date = date(number, StatementColumns.cell(row, columns.date()));
        // A line that moves nothing (an opening balance with a date) is none.
        if (amount.isEmpty() || date.isEmpty() || amount.getAsLong() == 0) {
            return;
        }
        var description = StatementColumns.cell(row, columns.description())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        lines.add(new StatementLine(
                number,
                date.get(),
                amount.getAsLong(),
                BankReference.of(StatementColumns.cell(row, columns.reference()), description),
                description.length() > LONGEST_DESCRIPTION
                        ? description.substring(0, LONGEST_DESCRIPTION)
                        : description));
    }

    private OptionalLong amount(int number, List<String> row, StatementColumns columns) {
        var read = columns.hasTwoAmounts() ? ofTwoColumns(number, row, columns) : ofOneColumn(row, columns);
        if (read.isEmpty()) {
            problem(number, "amount");
        }
        return read;
    }

    /** Exactly one of the two columns moves money. */
    private OptionalLong ofTwoColumns(int number, List<String> row, StatementColumns columns) {
        var credit = orZero(StatementColumns.cell(row, columns.credit()));
        var debit = orZero(StatementColumns.cell(row, columns.debit()));
        if (credit.isEmpty() || debit.isEmpty()) {
            return OptionalLong.empty();
        }
        if (credit.getAsLong() != 0 && debit.getAsLong() != 0) {
            problem(number, "amount_twice");
            return OptionalLong.of(0);
        }
        // Some banks write debits as negative amounts in the debit column.
        return OptionalLong.of(credit.getAsLong() - Math.abs(debit.getAsLong()));
    }

    private OptionalLong ofOneColumn(List<String> row, StatementColumns columns) {
        var amount = StatementAmount.read(StatementColumns.cell(row, columns.amount()), currency);
        var side = StatementColumns.cell(row, columns.side());
        if (amount.isEmpty() || side.isEmpty()) {
            return columns.side() >= 0 && amount.orElse(0) > 0 ? OptionalLong.empty() : amount;
        }
        return switch (side.substring(0, 1)) {
            case "C", "c" -> amount;
            case "D", "d" -> OptionalLong.of(-Math.abs(amount.getAsLong()));
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong orZero(String cell) {
        return cell.isEmpty() || "-".equals(cell) ? OptionalLong.of(0) : StatementAmount.read(cell, currency);
    }

    private Optional<LocalDate> date(int number, String cell) {
        var date = order.read(cell);
        if (date.isEmpty()) {
            problem(number, order.other().read(cell).isPresent() ? "date_order" : "date");
        } else if (date.get().isAfter(latest)) {
            problem(number, "date_future");
            return Optional.empty();
        }
        return date;
    }

    private boolean hasDate(List<String> row, StatementColumns columns) {
        return order.read(StatementColumns.cell(row, columns.date())).isPresent();
    }

    /** Empty lines, rulers and an opening balance. */
    private static boolean hasNoAmount(List<String> row, StatementColumns columns) {
        return StatementColumns.cell(row, columns.credit()).isEmpty()
                && StatementColumns.cell(row, columns.debit()).isEmpty()
                && StatementColumns.cell(row, columns.amount()).isEmpty();
    }

    private static boolean isRuler(List<String> row) {
        return row.stream().map(String::strip).allMatch(cell -> cell.matches("[*=_-]*"));
    }

    private static boolean isEnd(List<String> row) {
        return row.stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(cell -> END.matcher(cell).matches())
                .isPresent();
    }

    private void problem(int row, String code) {
        problems.add(new StatementProblem(row, code));
    }
}
