package org.carewright.identity.matrix;

import java.util.Locale;

/** How far someone who may open an address reaches there. */
public enum Reach {
    /** What is the person's own, or of a patient they have access to. */
    OWN,
    /** Everything of the clinic they belong to. */
    CLINIC,
    /** Without a look at whose it is: public, or the platform's own. */
    ANY;

    static Reach of(String cell) {
        return valueOf(cell.toUpperCase(Locale.ROOT));
    }
}
