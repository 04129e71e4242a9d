package org.carewright.patients.record;

import java.util.Locale;

/** Where a record stands. */
public enum PatientStatus {
    ACTIVE,
    /** Comes no more; kept as the law asks. */
    INACTIVE,
    /** Gone into another record (ONB-4). */
    MERGED;

    /** As in table, API and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
