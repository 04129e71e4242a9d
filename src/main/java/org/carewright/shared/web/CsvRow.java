package org.carewright.shared.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula is given an apostrophe, so that
 * nothing somebody typed is carried out on the machine of who opens the file.
 */
public final class CsvRow {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String END = "\r\n";

    private CsvRow() {}

    /** The cells as a line with its end; null is an empty cell. */
    public static String of(Object... cells) {
        return Arrays.stream(cells).map(CsvRow::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(Object value) {
        var text = Objects.toString(value, "");
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
