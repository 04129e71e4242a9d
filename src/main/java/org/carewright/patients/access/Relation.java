package org.carewright.patients.access;

import java.util.Locale;

/** What the holder of a portal account is to the patient. */
public enum Relation {
    SELF,
    PARENT,
    GUARDIAN,
    PARTNER,
    CHILD,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
