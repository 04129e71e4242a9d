package org.carewright.documents.consent;

import java.util.Locale;
import org.carewright.patients.access.Relation;

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

    /** What the holder of access to the patient's record signs as. */
    public static SignerRelation of(Relation holder) {
        return switch (holder) {
            case SELF -> SELF;
            case PARENT -> PARENT;
            case GUARDIAN -> GUARDIAN;
            case PARTNER, CHILD, OTHER -> OTHER;
        };
    }

    static SignerRelation of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
