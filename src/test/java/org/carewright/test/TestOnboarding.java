package org.carewright.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.onboarding.patient.Enrolment;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.onboarding.patient.Paperwork;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** New patients and what they give. */
@Component
public class TestOnboarding {

    public static final String PASSWORD = "violet otter nine lanterns";

    private final Onboarding onboarding;
    private final Enrolments enrolments;
    private final Paperwork paperwork;
    private final TestStaff staff;
    private final TestJobs jobs;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;

    TestOnboarding(
            Onboarding onboarding,
            Enrolments enrolments,
            Paperwork paperwork,
            TestStaff staff,
            TestJobs jobs,
            ClinicScope scope,
            PlatformTransactionManager transactions) {
        this.onboarding = onboarding;
        this.enrolments = enrolments;
        this.paperwork = paperwork;
        this.staff = staff;
        this.jobs = jobs;
        this.scope = scope;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A patient on the way into a clinic. */
    public record Newcomer(TestClinic clinic, Person person, UUID onboarding) {}

    /** Values of {@code register-patient} that are all right, without an e-mail address. */
    public static Map<String, Object> details() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("givenName", "Ines");
        form.put("familyName", "Okafor");
        form.put("dateOfBirth", "1984-05-17");
        form.put("phone", "+12125550177");
        form.put("preferredChannel", "both");
        form.put("privacyAccepted", true);
        return form;
    }

    /** Answers to {@code intake-general} that call for no review. */
    public static Map<String, Object> healthy() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("conditions", List.of());
        form.put("medicalHistory", "Broken arm in 1999");
        form.put("pregnant", "no");
        form.put("severeAllergy", "no");
        form.put("bloodThinners", "no");
        form.put("allergies", List.of(Map.of("substance", "Birch pollen", "reaction", "Sneezing")));
        form.put("medications", List.of(Map.of("medicine", "Ibuprofen", "dose", "When needed")));
        form.put("address", "7 Elm Street, New York");
        form.put(
                "emergencyContact",
                Map.of("contactName", "Tom Okafor", "contactRelation", "Brother", "contactPhone", "+12125550178"));
        return form;
    }

    /** Values of {@code give-insurance}. */
    public static Map<String, Object> insured() {
        return Map.of("insured", "yes", "payer", "Blue Harbour", "policyNumber", "BH-4711", "groupNumber", "G1");
    }

    /** Someone whose address is verified already, registering at the portal. */
    public Newcomer atPortal(TestClinic clinic, Map<String, Object> details) {
        return atPortal(clinic, staff.portal(clinic), details);
    }

    /** Like {@link #atPortal(TestClinic, Map)}, for somebody who is there already. */
    public Newcomer atPortal(TestClinic clinic, Person person, Map<String, Object> details) {
        var id = in(clinic, () -> onboarding.registerAtPortal(person.id(), details));
        return new Newcomer(clinic, person, id);
    }

    public void answerIntake(Newcomer newcomer, Map<String, Object> answers) {
        in(newcomer.clinic(), () -> {
            paperwork.answerIntake(newcomer.onboarding(), answers);
            return null;
        });
    }

    public void giveInsurance(Newcomer newcomer, Map<String, Object> values) {
        in(newcomer.clinic(), () -> {
            paperwork.giveInsurance(newcomer.onboarding(), values);
            return null;
        });
    }

    public Enrolment enrolment(Newcomer newcomer) {
        return in(
                newcomer.clinic(), () -> enrolments.find(newcomer.onboarding()).orElseThrow());
    }

    /** Runs what is due now. */
    public void runDue(Newcomer newcomer) {
        jobs.runDue(enrolment(newcomer).processInstanceId());
    }

    /** In the clinic's scope and a transaction. */
    public <T> T in(TestClinic clinic, Supplier<T> work) {
        return scope.call(clinic.id(), () -> transaction.execute(status -> work.get()));
    }
}
