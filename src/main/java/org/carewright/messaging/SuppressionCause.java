package org.carewright.messaging;

import java.util.Locale;

/** Why an address must not be written to. */
enum SuppressionCause {
    OPT_OUT,
    BOUNCE,
    COMPLAINT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
