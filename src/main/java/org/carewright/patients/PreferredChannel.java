package org.carewright.patients;

import java.util.Locale;

/** How a patient wants to be reminded (SCH-8). */
public enum PreferredChannel {
    EMAIL,
    SMS,
    BOTH,
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PreferredChannel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
