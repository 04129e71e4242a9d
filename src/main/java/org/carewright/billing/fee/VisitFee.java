package org.carewright.billing.fee;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A fee for a visit that was cancelled late or missed.
 *
 * @param appointmentId also its own id: a visit has one at most
 * @param invoiceId once it is invoiced
 */
public record VisitFee(
        UUID appointmentId,
        UUID patientId,
        UUID serviceId,
        Cause cause,
        Money amount,
        Status status,
        UUID invoiceId,
        Instant createdAt) {

    /** Why it is owed. */
    public enum Cause {
        LATE_CANCELLATION,
        NO_SHOW;

        /** As in the table. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Where it is. */
    public enum Status {
        /** By the policy; staff may still waive it. */
        DECIDED,
        WAIVED,
        INVOICED
    }
}
