package org.carewright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one run as a Markdown table, with the machine they were taken on. */
final class BenchTable {

    private static final String ROW = "| %s | %s | %s | %s |%n";

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    void fact(String name, String value) {
        facts.put(name, value);
    }

    /** A figure without a budget. */
    void figure(String what, String value) {
        row(what, value, "", "");
    }

    /** A figure that has to stay at or below its budget; a miss is shown, it fails nothing. */
    void figure(String what, double value, double budget, String unit) {
        row(what, number(value) + unit, "≤ " + number(budget) + unit, value <= budget ? "met" : "**missed**");
    }

    private void row(String what, String value, String budget, String verdict) {
        rows.add(ROW.formatted(what, value, budget, verdict));
    }

    /** Writes the table where it is kept and shows it. */
    void publish(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, toMarkdown());
        System.out.println(toMarkdown());
    }

    private String toMarkdown() {
        var text = new StringBuilder("%n# Carewright benchmark%n%n".formatted());
        facts.forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
        text.append("%n".formatted()).append(ROW.formatted("what", "measured", "budget", ""));
        text.append("|---|---:|---:|---|%n".formatted());
        rows.forEach(text::append);
        return text.toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 && value != Math.rint(value) ? "%.2f" : "%.0f", value);
    }
}
