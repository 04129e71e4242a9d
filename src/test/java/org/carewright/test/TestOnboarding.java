package org.carewright.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.documents.consent.ConsentDefinitions;
import org.carewright.documents.consent.ConsentWording;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.Signature;
import org.carewright.documents.consent.Signer;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.onboarding.patient.Enrolment;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.onboarding.patient.Paperwork;
import org.carewright.patients.access.PatientAccess;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff.Person;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final ConsentDefinitions definitions;
    private final Consents consents;
    private final PatientAccess access;
    private final TestStaff staff;
    private final JdbcTemplate database;
    private final TestJobs jobs;
    private final ClinicScope scope;
    private final TransactionTemplate transaction;

    TestOnboarding(
            Onboarding onboarding,
            Enrolments enrolments,
            Paperwork paperwork,
            ConsentDefinitions definitions,
            Consents consents,
            PatientAccess access,
            TestStaff staff,
            JdbcTemplate database,
            TestJobs jobs,
            ClinicScope scope,
            PlatformTransactionManager transactions) {
        this.onboarding = onboarding;
        this.enrolments = enrolments;
        this.paperwork = paperwork;
        this.definitions = definitions;
        this.consents = consents;
        this.access = access;
        this.staff = staff;
        this.database = database;
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

    /** The clinic asks everyone for one more consent. @return the version to be signed */
    public UUID askConsent(TestClinic clinic) {
        return in(clinic, () -> {
            var id = definitions.create("Treatment " + UUID.randomUUID(), true);
            return definitions.publish(
                    id,
                    Map.of("en", new ConsentWording("Consent to treatment", "# What it is about\nYou may treat me.")),
                    false,
                    null);
        });
    }

    /** The patient signs by typing the name. */
    public void sign(Newcomer newcomer, UUID version) {
        sign(newcomer.clinic(), enrolment(newcomer).patientId(), version);
    }

    /** The patient signs at the desk. */
    public void sign(TestClinic clinic, UUID patientId, UUID version) {
        var signer = new Signer("Ines Okafor", SignerRelation.SELF, null);
        in(clinic, () -> consents.sign(patientId, version, "en", signer, new Signature.Typed()));
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

    /** How the clinic's consents were signed, {@code drawn} or {@code typed}, in the order of signing. */
    public List<String> signatures(TestClinic clinic) {
        return in(
                clinic,
                () -> database.queryForList(
                        "select method from documents.consent_signature order by signed_at", String.class));
    }

    /** The clinic closes the record to the patient's account. */
    public void revoke(Newcomer newcomer) {
        var patientId = enrolment(newcomer).patientId();
        in(newcomer.clinic(), () -> {
            access.revoke(patientId, access.of(patientId).get(0).id());
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
