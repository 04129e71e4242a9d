package org.carewright.patients.access;

import java.util.Locale;

/** How far a portal account reaches into a patient's record (IAM-1); each level includes those before it. */
public enum AccessLevel {
    VIEW_ONLY,
    MESSAGING,
    FULL;

    public boolean includes(AccessLevel wanted) {
        return compareTo(wanted) >= 0;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with that code. @throws IllegalArgumentException for any other text */
    public static AccessLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
