package org.carewright.onboarding.patient;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@code OnboardingProcess} that bring a registered person to their record, a new or an existing one. */
@Service
public class RecordMatching {

    private static final String RESOURCE = "onboarding";

    private final EnrolmentMapper rows;
    private final Enrolments enrolments;
    private final DuplicateSearch duplicates;
    private final PatientRecords records;
    private final PatientAccess access;
    private final AuditLog audit;

    RecordMatching(
            EnrolmentMapper rows,
            Enrolments enrolments,
            DuplicateSearch duplicates,
            PatientRecords records,
            PatientAccess access,
            AuditLog audit) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.duplicates = duplicates;
        this.records = records;
        this.access = access;
        this.audit = audit;
    }

    /** The existing record most like the person, empty when none is alike at all. */
    @Transactional(readOnly = true)
    public Optional<Candidate> findDuplicate(UUID enrolmentId) {
        var enrolment = enrolments.find(enrolmentId).orElseThrow();
        return duplicates.best(enrolments.details(enrolmentId), enrolment.accountId(), enrolment.forAnother());
    }

    /** What the person said, in one line for staff to compare. */
    @Transactional(readOnly = true)
    public String summary(UUID enrolmentId) {
        var details = enrolments.details(enrolmentId);
        return DuplicateSearch.summary(
                details.fullName(), details.dateOfBirth().toString(), details.email(), details.phone());
    }

    /** Makes a record of what the person said, and opens it to their account. @return the patient's id */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID create(UUID enrolmentId) {
        var enrolment = enrolments.lock(enrolmentId);
        var patientId = records.create(enrolments.details(enrolmentId).toDraft(enrolment.language()));
        attach(enrolment, patientId);
        return patientId;
    }

    /**
     * Opens an existing record to the person's account. The record stays as it is: what a public page was told must not
     * overwrite it.
     *
     * @return false when there is no such record any more, e.g. because it was merged into another meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean link(UUID enrolmentId, UUID patientId) {
        var enrolment = enrolments.lock(enrolmentId);
        var there = records.find(patientId)
                .filter(record -> record.status() != PatientStatus.MERGED)
                .isPresent();
        if (there) {
            attach(enrolment, patientId);
            audit.record("onboarding.record-linked", RESOURCE, enrolmentId, patientId);
        }
        return there;
    }

    private void attach(Enrolment enrolment, UUID patientId) {
        rows.setPatient(enrolment.id(), patientId);
        if (enrolment.accountId() != null && !hasAccess(enrolment.accountId(), patientId)) {
            // A parent's access rests on the child's age and ends with it, unless the child agrees then.
            access.grant(new NewGrant(
                    enrolment.accountId(),
                    patientId,
                    AccessLevel.FULL,
                    enrolment.relation(),
                    null,
                    null,
                    !enrolment.forAnother()));
        }
    }

    private boolean hasAccess(UUID accountId, UUID patientId) {
        return access.of(patientId).stream()
                .anyMatch(grant -> grant.accountId().equals(accountId) && grant.revokedAt() == null);
    }
}
