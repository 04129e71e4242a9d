package org.carewright.billing.deposit;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a patient pays ahead for a visit.
 *
 * @param appointmentId also its own id: a visit has one at most
 * @param invoiceId what asks for it; tells whose it is, how much, and what was paid
 * @param dueAt until when it may be paid, null until that is decided
 */
public record Deposit(UUID appointmentId, UUID invoiceId, Status status, Instant dueAt, Instant createdAt) {

    /** Where it is. */
    public enum Status {
        /** The time is kept, the patient may pay. */
        DUE,
        /** Paid, and the clinic's to use. */
        HELD,
        /** Staff let the patient off it. */
        WAIVED,
        /** Nobody paid, or the visit was cancelled before; what is paid later goes back. */
        RELEASED,
        /** An invoice has used it; what was left has gone back. */
        USED,
        /** Gone back in full, or on its way. */
        RETURNED;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** As in the table. */
        public String code() {
            return code;
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
