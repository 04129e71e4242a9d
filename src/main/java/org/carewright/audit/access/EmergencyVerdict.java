package org.carewright.audit.access;

import java.util.Locale;

/** What the privacy officer found about an emergency access. */
public enum EmergencyVerdict {
    JUSTIFIED,
    NOT_JUSTIFIED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no verdict has the code */
    public static EmergencyVerdict of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
