package org.carewright.billing.refund;

import java.util.Locale;

/** Where a refund is. All but the last two count against what was paid. */
public enum RefundStatus {
    REQUESTED,
    APPROVED,
    /** Set aside in the ledger, the provider is asked. */
    ISSUING,
    ISSUED,
    REFUSED,
    FAILED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in the table and the API. */
    public String code() {
        return code;
    }

    /** Whether it counts against what was paid. */
    public boolean counts() {
        return this != REFUSED && this != FAILED;
    }

    static RefundStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
