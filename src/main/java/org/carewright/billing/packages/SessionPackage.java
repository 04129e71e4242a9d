package org.carewright.billing.packages;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * A patient's package.
 *
 * @param serviceId which visits it pays; null for any
 * @param expiresOn the last day on which a session can be used, null until it is paid
 */
public record SessionPackage(
        UUID id,
        UUID patientId,
        String name,
        UUID serviceId,
        int sessions,
        int used,
        UUID invoiceId,
        Status status,
        LocalDate expiresOn) {

    /** Where it is. */
    public enum Status {
        /** Not paid yet. */
        ORDERED,
        ACTIVE,
        EXPIRED,
        /** Never paid, or given back. */
        CANCELLED;

        /** As in the table. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Sessions that are left. */
    public int left() {
        return sessions - used;
    }
}
