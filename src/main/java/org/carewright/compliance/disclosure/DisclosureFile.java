package org.carewright.compliance.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounting as a CSV file (RFC 4180) in which no cell is a formula when a spreadsheet opens it. */
public final class DisclosureFile {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final String LINE_END = "\r\n";

    private DisclosureFile() {}

    /** @param heads of the columns: date, recipient, address, what, purpose */
    public static String of(List<String> heads, List<Disclosure> disclosures) {
        return Stream.concat(Stream.of(line(heads)), disclosures.stream().map(DisclosureFile::line))
                .collect(Collectors.joining());
    }

    private static String line(Disclosure disclosure) {
        return line(List.of(
                disclosure.disclosedOn().toString(),
                disclosure.recipient(),
                disclosure.recipientAddress(),
                disclosure.description(),
                disclosure.purpose()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(DisclosureFile::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String cell(String text) {
        var harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
