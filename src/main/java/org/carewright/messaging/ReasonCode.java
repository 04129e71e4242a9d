package org.carewright.messaging;

import java.util.regex.Pattern;

/** A provider's reason reduced to its code: its words may repeat the address. */
final class ReasonCode {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\d{3,5}(?!\\d)");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\d{7,}");
    private static final String UNNAMED = "provider_refused";

    private ReasonCode() {}

    /** {@code reason} when it is nothing but a code, e.g. {@code 21610}, else the number it begins with; null for null. */
    static String of(String reason) {
        if (reason == null) {
            return null;
        }
        if (CODE.matcher(reason).matches() && !PHONE_NUMBER.matcher(reason).find()) {
            return reason;
        }
        var number = LEADING_NUMBER.matcher(reason);
        return number.find() ? number.group() : UNNAMED;
    }
}
