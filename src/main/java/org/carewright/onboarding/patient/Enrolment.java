package org.carewright.onboarding.patient;

import java.time.Instant;
import java.util.UUID;
import org.carewright.patients.access.Relation;

/**
 * A new patient's way into the clinic, from registration to the welcome (ONB-1).
 *
 * @param accountId null for a conversion whose patient has no portal account yet
 * @param patientId null until the duplicate check is through
 * @param relation what the holder of the account is to the patient: they themselves, a parent or a guardian
 * @param serviceId what they come for; null when they don't know yet
 * @param language a language tag
 * @param intakeForm id of the form to be answered; null until the paperwork has begun
 * @param consentsAt when the last consent asked for was signed, as {@code intakeAt} and {@code insuranceAt}; null while
 *     open
 * @param abandonAt when the clinic follows up because paperwork is missing
 */
public record Enrolment(
        UUID id,
        EnrolmentSource source,
        EnrolmentStatus status,
        UUID accountId,
        UUID patientId,
        Relation relation,
        UUID serviceId,
        String language,
        String processInstanceId,
        String intakeForm,
        Instant consentsAt,
        Instant intakeAt,
        Instant insuranceAt,
        Instant abandonAt,
        Instant createdAt,
        Instant completedAt) {

    /** Whether somebody registered a patient in their care. */
    public boolean forAnother() {
        return relation != Relation.SELF;
    }

    /** Whether everything that the patient has to give is there. */
    public boolean paperworkComplete() {
        return consentsAt != null && intakeAt != null && insuranceAt != null;
    }
}
