package org.carewright.billing.subscription;

import java.util.Locale;

/** What follows a period. */
public enum Renewal {
    /** Another period has begun. */
    RENEWED,
    /** It was the last one. */
    ENDED,
    /** The next one waits for what is unpaid. */
    SUSPENDED;

    /** As the model compares it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
