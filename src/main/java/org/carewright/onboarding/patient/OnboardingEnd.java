package org.carewright.onboarding.patient;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@code OnboardingProcess} after the paperwork, or when it never comes (ONB-5). */
@Service
public class OnboardingEnd {

    private static final String RESOURCE = "onboarding";

    private final EnrolmentMapper rows;
    private final Enrolments enrolments;
    private final Processes processes;
    private final AuditLog audit;
    private final Clock clock;

    OnboardingEnd(EnrolmentMapper rows, Enrolments enrolments, Processes processes, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.processes = processes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What of the answers calls for a review, each {@code yes} or {@code no}.
     *
     * @param summary questions and answers, for whoever reviews them
     */
    public record IntakeFacts(
            String severeAllergy, String bloodThinners, String pregnant, String seriousCondition, String summary) {}

    @Transactional(readOnly = true)
    public IntakeFacts intakeFacts(UUID enrolmentId) {
        var enrolment = enrolments.find(enrolmentId).orElseThrow();
        var answers = new IntakeAnswers(
                processes.form(enrolment.intakeForm()),
                enrolments.intake(enrolmentId).orElseThrow());
        return new IntakeFacts(
                answers.yesNo("severeAllergy"),
                answers.yesNo("bloodThinners"),
                answers.yesNo("pregnant"),
                answers.yesNo("conditions"),
                answers.summary());
    }

    /** Keeps what the reviewer found. @param outcome code of the form {@code review-intake} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordReview(UUID enrolmentId, String outcome, String note) {
        var enrolment = enrolments.lock(enrolmentId);
        rows.setReview(enrolmentId, outcome, enrolments.sealNote(enrolmentId, note));
        audit.record("onboarding.intake-reviewed", RESOURCE, enrolmentId, enrolment.patientId());
    }

    /** The patient belongs to the clinic now and finds their card in the portal. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void issueCard(UUID enrolmentId) {
        end(enrolmentId, EnrolmentStatus.COMPLETED, "onboarding.completed");
    }

    /** Nothing came in time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void abandon(UUID enrolmentId) {
        end(enrolmentId, EnrolmentStatus.ABANDONED, "onboarding.abandoned");
    }

    /** The clinic gives it up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID enrolmentId) {
        end(enrolmentId, EnrolmentStatus.CLOSED, "onboarding.closed");
    }

    private void end(UUID enrolmentId, EnrolmentStatus status, String action) {
        var enrolment = enrolments.lock(enrolmentId);
        rows.setStatus(enrolmentId, status.code(), status == EnrolmentStatus.COMPLETED ? clock.instant() : null);
        audit.record(action, RESOURCE, enrolmentId, enrolment.patientId());
    }

    /** It goes on. @return until when the patient has time now */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant resume(UUID enrolmentId) {
        var enrolment = enrolments.lock(enrolmentId);
        var until = clock.instant().plus(Onboarding.PATIENCE);
        rows.resume(enrolmentId, until);
        audit.record("onboarding.resumed", RESOURCE, enrolmentId, enrolment.patientId());
        return until;
    }
}
