package org.carewright.docs;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The little Markdown that the pages need. */
final class Markdown {

    private Markdown() {}

    static String row(Object... cells) {
        return Arrays.stream(cells).map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A heading and a table; nothing at all when there are no rows. */
    static String section(String heading, List<String> columns, Collection<String> rows) {
        return rows.isEmpty() ? "" : "## %s\n\n%s\n".formatted(heading, table(columns, rows));
    }

    static String table(List<String> columns, Collection<String> rows) {
        var separator = columns.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        return row(columns.toArray()) + separator + String.join("", rows);
    }

    static String code(String text) {
        return text == null || text.isBlank() ? "" : "`" + text.strip() + "`";
    }

    private static String cell(Object cell) {
        return String.valueOf(cell).strip().replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
