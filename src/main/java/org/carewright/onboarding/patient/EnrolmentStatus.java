package org.carewright.onboarding.patient;

import java.util.Locale;

/** Where an onboarding stands. */
public enum EnrolmentStatus {
    OPEN,
    /** Nothing came for too long; the clinic follows up, and the patient may still come back. */
    ABANDONED,
    /** Given up. */
    CLOSED,
    COMPLETED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EnrolmentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
