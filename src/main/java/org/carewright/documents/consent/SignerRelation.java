package org.carewright.documents.consent;

import java.util.Locale;

/** What a signer is to the patient. */
public enum SignerRelation {
    SELF,
    PARENT,
    GUARDIAN,
    OTHER;

    /** As in table and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignerRelation of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
