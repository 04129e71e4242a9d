package org.carewright.messaging;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A provider's reason reduced to its code: its words may repeat the address. */
final class ReasonCode {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Pattern MAIL_STATUS = Pattern.compile("(bounce|blocked)( \\d\\.\\d{1,3}\\.\\d{1,3})?");
    private static final Set<String> DROPPED = Set.of(
            "Bounced Address", "Unsubscribed Address", "Spam Reporting Address", "Recipient List over Package Quota");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\d{3,5}(?!\\d)");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\d{7,}");
    private static final String UNNAMED = "provider_refused";

    private ReasonCode() {}

    /**
     * {@code reason} when it is nothing but a code, e.g. {@code 21610} or {@code bounce_5.1.1}, else the number it begins
     * with; null for null.
     */
    static String of(String reason) {
        if (reason == null) {
            return null;
        }
        if (DROPPED.contains(reason) || MAIL_STATUS.matcher(reason).matches()) {
            return reason.toLowerCase(Locale.ROOT).replace(' ', '_');
        }
        if (CODE.matcher(reason).matches() && !PHONE_NUMBER.matcher(reason).find()) {
            return reason;
        }
        var number = LEADING_NUMBER.matcher(reason);
        return number.find() ? number.group() : UNNAMED;
    }
}
