package org.carewright.messaging;

import java.util.Locale;

/** By what a message travels. */
public enum Channel {
    EMAIL,
    SMS;

    /** As stored and as part of effect keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
