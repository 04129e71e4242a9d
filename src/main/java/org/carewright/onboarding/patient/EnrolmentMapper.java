package org.carewright.onboarding.patient;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.patients.access.Relation;

@Mapper
interface EnrolmentMapper {

    void insert(UUID clinicId, NewEnrolment enrolment, Instant now);

    Optional<EnrolmentRow> find(UUID id);

    /** Keeps the row as it is until the transaction's end. */
    Optional<EnrolmentRow> lock(UUID id);

    /** @param patientIds whose onboarding is the account's too when it began without any account */
    Optional<EnrolmentRow> newestOf(UUID accountId, List<UUID> patientIds);

    /** The id of the patient's newest onboarding that is going on. */
    Optional<UUID> openOf(UUID patientId);

    /** Open and abandoned ones, the newest first. @param after id of the last one of the page before, or null */
    List<EnrolmentRow> goingOn(UUID after, int limit);

    void setProcess(UUID id, String processInstanceId);

    /** Forgets the details: they are in the record now. */
    void setPatient(UUID id, UUID patientId);

    void setIntakeForm(UUID id, String intakeForm);

    void setConsents(UUID id, Instant now);

    void setIntake(UUID id, byte[] intakeSealed, Instant now);

    void setInsurance(UUID id, Instant now);

    void setReview(UUID id, String reviewOutcome, byte[] reviewNoteSealed);

    void setStatus(UUID id, String status, Instant completedAt);

    void resume(UUID id, Instant abandonAt);

    /** A row before its process has begun. */
    record NewEnrolment(
            UUID id,
            String source,
            String status,
            UUID accountId,
            UUID patientId,
            String relation,
            UUID serviceId,
            String language,
            byte[] detailsSealed,
            Instant abandonAt) {}

    record EnrolmentRow(
            UUID id,
            String source,
            String status,
            UUID accountId,
            UUID patientId,
            String relation,
            UUID serviceId,
            String language,
            byte[] detailsSealed,
            String processInstanceId,
            String intakeForm,
            byte[] intakeSealed,
            Instant consentsAt,
            Instant intakeAt,
            Instant insuranceAt,
            Instant abandonAt,
            Instant createdAt,
            Instant completedAt) {

        Enrolment toEnrolment() {
            return new Enrolment(
                    id,
                    EnrolmentSource.of(source),
                    EnrolmentStatus.of(status),
                    accountId,
                    patientId,
                    Relation.valueOf(relation.toUpperCase(Locale.ROOT)),
                    serviceId,
                    language,
                    processInstanceId,
                    intakeForm,
                    consentsAt,
                    intakeAt,
                    insuranceAt,
                    abandonAt,
                    createdAt,
                    completedAt);
        }
    }
}
