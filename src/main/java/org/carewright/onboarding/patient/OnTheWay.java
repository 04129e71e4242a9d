package org.carewright.onboarding.patient;

import java.time.Instant;
import java.util.UUID;

/**
 * A new patient on their way, as the desk lists them.
 *
 * @param patientId null until the duplicate check is through
 * @param since when it began
 * @param until when the clinic follows up
 * @param contactOpen whether the address isn't confirmed or the duplicate check isn't through
 */
public record OnTheWay(
        UUID id,
        UUID patientId,
        String name,
        EnrolmentSource source,
        EnrolmentStatus status,
        boolean contactOpen,
        boolean consentsOpen,
        boolean intakeOpen,
        boolean insuranceOpen,
        Instant since,
        Instant until) {

    /** Everything is there; the clinic looks through the answers. */
    public boolean reviewed() {
        return !contactOpen && !consentsOpen && !intakeOpen && !insuranceOpen;
    }
}
