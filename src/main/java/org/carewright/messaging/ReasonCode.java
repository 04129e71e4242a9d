package org.carewright.messaging;

import java.util.regex.Pattern;

/** A provider's reason reduced to its code: its words may repeat the address. */
final class ReasonCode {

    private static final Pattern CODE = Pattern.compile("^\\s*([A-Za-z0-9_.-]{1,40})(?![A-Za-z0-9_.@+-])");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\d{7,}");
    private static final String UNNAMED = "provider_refused";

    private ReasonCode() {}

    /** The leading code of {@code reason}, e.g. {@code 21610}; null for null. */
    static String of(String reason) {
        if (reason == null) {
            return null;
        }
        var code = CODE.matcher(reason);
        return code.find() && !PHONE_NUMBER.matcher(code.group(1)).find() ? code.group(1) : UNNAMED;
    }
}
