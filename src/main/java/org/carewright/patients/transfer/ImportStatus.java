package org.carewright.patients.transfer;

import java.util.Locale;

/** Where an import stands. */
public enum ImportStatus {
    /** The file is arriving. */
    RECEIVING,
    /** Its rows are checked; nothing is written. */
    CHECKING,
    /** Somebody decides. */
    CHECKED,
    IMPORTING,
    DONE,
    DISCARDED;

    /** As in the table and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing changes any more. */
    public boolean over() {
        return this == DONE || this == DISCARDED;
    }

    /** Whether the engine is at work, so that a page should look again. */
    public boolean moving() {
        return this == CHECKING || this == IMPORTING;
    }
}
