package org.carewright.billing.refund;

import java.util.Locale;

/** Why money goes back. */
public enum RefundReason {
    REQUESTED_BY_PATIENT,
    DUPLICATE,
    VISIT_CANCELLED,
    GOODWILL,
    OVERPAID;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in the table, the form and the API. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for anything else than a code */
    public static RefundReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
