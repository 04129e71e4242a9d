package org.carewright.billing.subscription;

import java.util.Locale;

/** Where a subscription is (BIL-5). */
public enum SubscriptionStatus {
    /** Before its first charged period. */
    TRIALING,
    ACTIVE,
    /** The period's invoice was declined or is overdue; the period goes on. */
    PAST_DUE,
    /** Rests by wish; no days are used up. */
    PAUSED,
    /** A period has ended unpaid; the next one begins when that is settled. */
    SUSPENDED,
    CANCELLED;

    /** As in the table and the message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SubscriptionStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
