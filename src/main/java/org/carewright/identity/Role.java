package org.carewright.identity;

import java.util.Locale;

/** What an account may do (IAM-3). The code is the engine's group id and the column's value. */
public enum Role {
    RECEPTIONIST,
    PRACTITIONER,
    MANAGER,
    /** Runs the platform, belongs to no clinic and reads no patient data. */
    OPERATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
