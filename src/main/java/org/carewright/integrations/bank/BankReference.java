package org.carewright.integrations.bank;

import java.util.regex.Pattern;

/** The bank's reference of a line, in the one form in which it is compared. */
final class BankReference {

    /** As many digits as in a UPI reference (RRN) make a reference that is never used twice. */
    private static final int UNIQUE_DIGITS = 9;

    private static final int LONGEST = 64;
    private static final Pattern IN_UPI_TEXT = Pattern.compile("(?i)\\b(?:UPI|IMPS)\\b.*?(?<!\\d)(\\d{12})(?!\\d)");
    private static final Pattern AS_FORMULA = Pattern.compile("=\"(.*)\"");

    private BankReference() {}

    /** @return null when the bank gives none: an empty cell, a dash, zeros */
    static String of(String cell, String description) {
        var text = AS_FORMULA.matcher(cell.strip()).replaceFirst("$1").replaceFirst("^'", "");
        var plain = text.replaceAll("[^\\p{L}\\p{N}/.-]", "");
        if (plain.matches("\\d+")) {
            plain = plain.replaceFirst("^0+", "");
        }
        if (plain.isEmpty() || plain.matches("(?i)[-./]+|NA|N/A|NIL|NONE")) {
            var inText = IN_UPI_TEXT.matcher(description);
            return inText.find() ? inText.group(1).replaceFirst("^0+", "") : null;
        }
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** Whether the bank gives it to one movement only; cheque and slip numbers come again. */
    static boolean isUnique(String reference) {
        return reference != null && reference.replaceAll("\\D", "").length() >= UNIQUE_DIGITS;
    }
}
