package org.carewright.onboarding.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a new patient has to give before the first visit (ONB-3): consents, intake form, insurance. */
@Service
public class Paperwork {

    /** The form about insurance. */
    public static final String INSURANCE_FORM = "give-insurance";

    private static final String RESOURCE = "onboarding";

    private final EnrolmentMapper rows;
    private final Enrolments enrolments;
    private final OnboardingProcess process;
    private final Processes processes;
    private final ConsentsAsked consents;
    private final PatientRecords records;
    private final AuditLog audit;
    private final Clock clock;

    Paperwork(
            EnrolmentMapper rows,
            Enrolments enrolments,
            OnboardingProcess process,
            Processes processes,
            ConsentsAsked consents,
            PatientRecords records,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.enrolments = enrolments;
        this.process = process;
        this.processes = processes;
        this.consents = consents;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is open when the paperwork begins, or begins again. */
    public record Open(boolean consents, boolean intake, boolean insurance) {}

    /**
     * Lists what is open; from now on the patient can give it.
     *
     * @param intakeForm id of the form that the decision table chose
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Open begin(UUID enrolmentId, String intakeForm) {
        var enrolment = enrolments.lock(enrolmentId);
        if (enrolment.intakeAt() == null) {
            rows.setIntakeForm(enrolmentId, intakeForm);
        }
        var consentsOpen = enrolment.consentsAt() == null && consents.open(enrolment);
        if (enrolment.consentsAt() == null && !consentsOpen) {
            rows.setConsents(enrolmentId, clock.instant());
        }
        return new Open(consentsOpen, enrolment.intakeAt() == null, enrolment.insuranceAt() == null);
    }

    /** The intake form that this patient answers. */
    @Transactional(readOnly = true)
    public FormDefinition intakeForm(Enrolment enrolment) {
        return processes.form(enrolment.intakeForm());
    }

    /** What the patient answered, question by question; empty when nothing yet. */
    @Transactional(readOnly = true)
    public List<IntakeAnswer> answers(Enrolment enrolment) {
        return enrolments
                .intake(enrolment.id())
                .map(answers -> new IntakeAnswers(intakeForm(enrolment), answers).questions())
                .orElse(List.of());
    }

    /** The form about insurance. */
    @Transactional(readOnly = true)
    public FormDefinition insuranceForm() {
        return processes.form(INSURANCE_FORM);
    }

    /**
     * Takes the answers to the intake form into the patient's record, and keeps them as given.
     *
     * @throws org.carewright.shared.forms.InvalidFormException naming each wrong field
     * @throws ProblemException 409 {@code onboarding_step_done} when the form was answered already
     */
    @Transactional
    public void answerIntake(UUID enrolmentId, Map<String, Object> submitted) {
        var enrolment = toWorkOn(enrolmentId);
        requireOpen(enrolment.intakeAt() == null && enrolment.intakeForm() != null);
        var form = intakeForm(enrolment);
        var answers = form.check(submitted).valuesOrThrow();
        var record = records.get(enrolment.patientId());
        records.update(record.id(), record.version(), new IntakeAnswers(form, answers).addTo(record.content()));
        rows.setIntake(enrolmentId, enrolments.sealIntake(enrolmentId, answers), clock.instant());
        audit.record("onboarding.intake-answered", RESOURCE, enrolmentId, enrolment.patientId());
        tell(OnboardingVariables.INTAKE_ANSWERED, enrolment);
    }

    /**
     * Takes the patient's insurance into the record, or that there is none.
     *
     * @throws org.carewright.shared.forms.InvalidFormException naming each wrong field
     * @throws ProblemException 409 {@code onboarding_step_done} when it was given already
     */
    @Transactional
    public void giveInsurance(UUID enrolmentId, Map<String, Object> submitted) {
        var enrolment = toWorkOn(enrolmentId);
        requireOpen(enrolment.insuranceAt() == null);
        var values = insuranceForm().check(submitted).valuesOrThrow();
        if ("yes".equals(values.get("insured"))) {
            var record = records.get(enrolment.patientId());
            records.update(record.id(), record.version(), withInsurance(record.content(), insurance(values)));
        }
        rows.setInsurance(enrolmentId, clock.instant());
        audit.record("onboarding.insurance-given", RESOURCE, enrolmentId, enrolment.patientId());
        tell(OnboardingVariables.INSURANCE_GIVEN, enrolment);
    }

    private Enrolment toWorkOn(UUID enrolmentId) {
        var enrolment = enrolments.lock(enrolmentId);
        requireOpen(enrolment.status() == EnrolmentStatus.OPEN && enrolment.patientId() != null);
        return enrolment;
    }

    private static void requireOpen(boolean open) {
        if (!open) {
            throw new ProblemException(HttpStatus.CONFLICT, "onboarding_step_done");
        }
    }

    private void tell(String message, Enrolment enrolment) {
        if (!process.tell(message, enrolment, Map.of())) {
            throw new IllegalStateException("The process of enrolment " + enrolment.id() + " waits for no " + message);
        }
    }

    private static Insurance insurance(Map<String, Object> values) {
        var until = values.get("validUntil");
        return new Insurance(
                (String) values.get("payer"),
                (String) values.get("policyNumber"),
                (String) values.get("groupNumber"),
                until == null ? null : LocalDate.parse(until.toString()));
    }

    private static RecordDraft withInsurance(RecordDraft content, Insurance insurance) {
        return new RecordDraft(
                content.givenName(),
                content.familyName(),
                content.dateOfBirth(),
                content.email(),
                content.phone(),
                content.preferredChannel(),
                content.language(),
                content.address(),
                content.emergencyContact(),
                content.medicalHistory(),
                content.allergies(),
                content.medications(),
                insurance,
                content.referredBy());
    }
}
