package org.carewright.onboarding.patient;

import java.util.Locale;

/** From where a patient's onboarding began (ONB-1). */
public enum EnrolmentSource {
    /** The page behind the clinic's QR code. */
    QR_PAGE,
    /** Somebody with a portal account asked for it there. */
    PORTAL,
    /** The clinic invited them. */
    INVITE,
    /** An interested person became a patient; the record exists. */
    CONVERSION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EnrolmentSource of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
