package org.carewright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.carewright.test.TestOnboarding.details;
import static org.carewright.test.TestOnboarding.healthy;
import static org.carewright.test.TestOnboarding.insured;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.carewright.identity.account.Registration;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.messaging.LoggedMessage;
import org.carewright.messaging.MessageLog;
import org.carewright.onboarding.patient.Enrolment;
import org.carewright.onboarding.patient.EnrolmentStatus;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.OpenTask;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMail;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestOnboarding.Newcomer;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every path, timer and error of {@code OnboardingProcess}; messages go to the sandbox. */
@CarewrightTest
class OnboardingProcessTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestOnboarding newcomers;

    @Autowired
    Onboarding onboarding;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Processes processes;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    MessageLog messages;

    @Autowired
    TestStaff staff;

    @Autowired
    TestVisits visits;

    @Autowired
    TestMail mail;

    @Autowired
    TestJobs jobs;

    @Autowired
    ManagementService management;

    @Autowired
    Registration registration;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    ProviderBreakers breakers;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void openClinic() {
        time.moveTo(NOW);
        clinic = clinics.open();
    }

    @AfterEach
    void forgetTrouble() {
        sandbox.clearFaults();
        breakers.of("sendgrid").reset();
    }

    @Test
    void leadsFromRegistrationToTheWelcome() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());
        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.COMPLETED);
        newcomers.runDue(newcomer);

        assertThat(sent(newcomer)).containsExactlyInAnyOrder("onboarding-welcome email", "onboarding-welcome sms");
        assertThat(ended(newcomer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"email, onboarding-welcome email", "sms, onboarding-welcome sms", "none, "})
    void welcomesByTheChannelThatThePatientChose(String channel, String message) {
        var details = details();
        details.put("preferredChannel", channel);
        var newcomer = newcomers.atPortal(clinic, details);
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());
        newcomers.runDue(newcomer);

        assertThat(sent(newcomer)).isEqualTo(message == null ? List.of() : List.of(message));
        assertThat(ended(newcomer)).isTrue();
    }

    @Test
    void makesARecordOfWhatThePatientTold() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());

        var record = record(newcomer);
        assertThat(record.barcode()).matches("[0-9]{16}");
        assertThat(record.fullName()).isEqualTo("Ines Okafor");
        assertThat(record.content().dateOfBirth()).isEqualTo(LocalDate.of(1984, 5, 17));
        assertThat(record.content().email()).isEqualTo(newcomer.person().email());
        assertThat(record.content().medicalHistory()).isEqualTo("Broken arm in 1999");
        assertThat(record.content().allergies()).containsExactly(new Allergy("Birch pollen", "Sneezing"));
        assertThat(record.content().emergencyContact())
                .isEqualTo(new EmergencyContact("Tom Okafor", "Brother", "+12125550178"));
        assertThat(record.content().insurance().policyNumber()).isEqualTo("BH-4711");
    }

    @Test
    void opensTheRecordToThePatientsOwnAccount() {
        var newcomer = newcomers.atPortal(clinic, details());

        assertThat(in(() -> access.patientsOf(newcomer.person().id())))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.patientId()).isEqualTo(enrolment(newcomer).patientId());
                    assertThat(grant.level()).isEqualTo(AccessLevel.FULL);
                });
    }

    @Test
    void opensAnExistingRecordWhenNameBirthDateAndVerifiedAddressAreTheSame() {
        var person = staff.portal(clinic);
        var known = existing("Ines", person.email(), null);

        var newcomer = newcomers.atPortal(clinic, person, details());

        assertThat(enrolment(newcomer).patientId()).isEqualTo(known);
        assertThat(in(() -> access.patientsOf(person.id()))).hasSize(1);
    }

    @Test
    void neverOpensARecordForAPhoneThatWasOnlyTypedIn() {
        existing("Ines", "other@patient.example", "+12125550177");

        assertThat(tasks(newcomers.atPortal(clinic, details()))).containsExactly("Task_ReviewDuplicate");
    }

    @Test
    void asksStaffWhenAnotherAccountOpensTheRecord() {
        var owner = newcomers.atPortal(clinic, details());
        var person = staff.portal(clinic);
        rename(enrolment(owner).patientId(), person.email());

        var newcomer = newcomers.atPortal(clinic, person, details());

        assertThat(tasks(newcomer)).containsExactly("Task_ReviewDuplicate");
        assertThat(enrolment(newcomer).patientId()).isNull();
    }

    @Test
    void opensTheRecordThatStaffRecognised() {
        var known = existing("Ines", "old@patient.example", null);
        var newcomer = newcomers.atPortal(clinic, details());
        complete(newcomer, Map.of("duplicateVerdict", "same"));

        assertThat(enrolment(newcomer).patientId()).isEqualTo(known);
    }

    @Test
    void makesANewRecordWhenStaffSeeTwoPeople() {
        var known = existing("Ines", "old@patient.example", null);
        var newcomer = newcomers.atPortal(clinic, details());
        complete(newcomer, Map.of("duplicateVerdict", "different"));

        assertThat(enrolment(newcomer).patientId()).isNotNull().isNotEqualTo(known);
    }

    @Test
    void asksNobodyWhenOnlyTheNameIsTheSame() {
        in(() -> records.create(
                RecordDraft.of("Ines", "Okafor", LocalDate.of(1950, 1, 1), "old@patient.example", null, "en")));

        assertThat(enrolment(newcomers.atPortal(clinic, details())).patientId()).isNotNull();
    }

    @Test
    void looksAgainWhenTheRecognisedRecordIsGone() {
        var known = existing("Ines", "old@patient.example", null);
        var newcomer = newcomers.atPortal(clinic, details());
        var other = in(() -> records.create(
                RecordDraft.of("Ada", "Brook", LocalDate.of(1950, 1, 1), "ada@patient.example", null, "en")));
        in(() -> database.update(
                "update patients.patient set status = 'merged', merged_into = ? where id = ?", other, known));
        complete(newcomer, Map.of("duplicateVerdict", "same"));

        assertThat(enrolment(newcomer).patientId()).isNotNull().isNotEqualTo(known);
    }

    @Test
    void keepsWhatAnExistingRecordSays() {
        var person = staff.portal(clinic);
        var known = existing("Ines", person.email(), "+12125550111");
        var newcomer = newcomers.atPortal(clinic, person, details());
        newcomers.answerIntake(newcomer, healthy());

        assertThat(enrolment(newcomer).patientId()).isEqualTo(known);
        assertThat(record(newcomer).content().phone()).isEqualTo("+12125550111");
        assertThat(record(newcomer).content().medicalHistory()).isEqualTo("Broken arm in 1999");
    }

    @Test
    void remindsOfMissingPaperworkAfterOneThreeAndSevenDays() {
        var newcomer = newcomers.atPortal(clinic, details());
        assertThat(remindersUntil(newcomer, Duration.ofHours(23))).isZero();
        assertThat(remindersUntil(newcomer, Duration.ofDays(1))).isEqualTo(2);
        assertThat(remindersUntil(newcomer, Duration.ofDays(3))).isEqualTo(4);
        assertThat(remindersUntil(newcomer, Duration.ofDays(7))).isEqualTo(6);
        assertThat(remindersUntil(newcomer, Duration.ofDays(13))).isEqualTo(6);
    }

    @Test
    void remindsNobodyWhoWantsNoMessages() {
        var details = details();
        details.put("preferredChannel", "none");
        var newcomer = newcomers.atPortal(clinic, details);

        assertThat(remindersUntil(newcomer, Duration.ofDays(3))).isZero();
    }

    @Test
    void remindsNobodyWhoHasGivenEverything() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, withAllergy());
        newcomers.giveInsurance(newcomer, insured());

        assertThat(remindersUntil(newcomer, Duration.ofDays(14))).isZero();
        assertThat(tasks(newcomer)).containsExactly("Task_ReviewIntake");
    }

    @Test
    void sendsNoReminderThatTheLastPaperOvertook() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, withAllergy());
        time.moveTo(NOW.plus(Duration.ofDays(1)));
        runTimerOnly(newcomer);
        newcomers.giveInsurance(newcomer, insured());
        newcomers.runDue(newcomer);

        assertThat(sent(newcomer)).isEmpty();
    }

    @Test
    void asksStaffToFollowUpAfterFourteenDays() {
        var newcomer = newcomers.atPortal(clinic, details());
        after(newcomer, Duration.ofDays(14).minusSeconds(1));
        assertThat(tasks(newcomer)).isEmpty();
        after(newcomer, Duration.ofDays(14));

        assertThat(tasks(newcomer)).containsExactly("Task_FollowUpAbandoned");
        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.ABANDONED);
    }

    @Test
    void endsWhenStaffCloseTheFollowUp() {
        var newcomer = newcomers.atPortal(clinic, details());
        after(newcomer, Duration.ofDays(14));
        complete(newcomer, Map.of("abandonedOutcome", "close"));

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.CLOSED);
        assertThat(ended(newcomer)).isTrue();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> newcomers.answerIntake(newcomer, healthy()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("onboarding_step_done"));
    }

    @Test
    void givesTimeAnewWhenStaffSaySo() {
        var newcomer = newcomers.atPortal(clinic, details());
        remindersUntil(newcomer, Duration.ofDays(1));
        remindersUntil(newcomer, Duration.ofDays(3));
        remindersUntil(newcomer, Duration.ofDays(7));
        after(newcomer, Duration.ofDays(14));
        complete(newcomer, Map.of("abandonedOutcome", "more_time"));

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.OPEN);
        assertThat(remindersUntil(newcomer, Duration.ofDays(15))).isEqualTo(8);
        after(newcomer, Duration.ofDays(28));
        assertThat(tasks(newcomer)).containsExactly("Task_FollowUpAbandoned");
    }

    @Test
    void goesOnWhereItStoodWhenThePatientComesBack() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());
        after(newcomer, Duration.ofDays(14));
        in(() -> {
            onboarding.resume(newcomer.person().id());
            return null;
        });
        assertThat(tasks(newcomer)).isEmpty();
        newcomers.giveInsurance(newcomer, Map.of("insured", "no"));

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.COMPLETED);
    }

    @Test
    void asksPractitionersToReviewAnswersThatCallForIt() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, withAllergy());
        newcomers.giveInsurance(newcomer, insured());
        assertThat(tasks(newcomer)).containsExactly("Task_ReviewIntake");

        complete(newcomer, Map.of("reviewOutcome", "call_first", "intakeReviewNote", "Ask about the antidote"));

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.COMPLETED);
        assertThat(column(newcomer, "review_outcome")).isEqualTo("call_first");
        assertThat(column(newcomer, "review_note_sealed")).isNotNull();
    }

    @Test
    void keepsNoAnswerInClearAnywhere() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, withAllergy());

        assertThat(in(() -> database.queryForList("select t::text from onboarding.enrolment t", String.class)))
                .noneMatch(row -> row.contains("Birch") || row.contains("Okafor"));
        assertThat(database.queryForList("select coalesce(text_, '') from engine.act_hi_varinst", String.class))
                .noneMatch(text -> text.contains("Birch") || text.contains("Okafor"));
    }

    @Test
    void asksByServiceWhatTheServiceNeedsToKnow() {
        var practice = visits.open(clinic, null);
        var details = details();
        details.put("serviceId", practice.visit().toString());

        assertThat(enrolment(newcomers.atPortal(clinic, details)).intakeForm()).isEqualTo("intake-physiotherapy");
        assertThat(enrolment(newcomers.atPortal(clinics.open(), details())).intakeForm())
                .isEqualTo("intake-general");
    }

    @Test
    void welcomesOnceWhenTheProviderWasDownForAWhile() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());
        sandbox.fault("sendgrid", Kind.STATUS, 503);
        var mailing = jobs.due(enrolment(newcomer).processInstanceId()).get(0).getId();
        assertThatException().isThrownBy(() -> management.executeJob(mailing));
        assertThat(management.createJobQuery().jobId(mailing).singleResult().getRetries())
                .isEqualTo(5);
        time.moveTo(NOW.plus(Duration.ofMinutes(5)));
        newcomers.runDue(newcomer);

        assertThat(sent(newcomer)).containsExactlyInAnyOrder("onboarding-welcome email", "onboarding-welcome sms");
        assertThat(sandbox.sentTo(newcomer.person().email())).hasSize(1);
        assertThat(ended(newcomer)).isTrue();
    }

    @Test
    void waitsForEveryConsentThatTheClinicAsks() {
        var first = newcomers.askConsent(clinic);
        var second = newcomers.askConsent(clinic);
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());
        newcomers.sign(newcomer, first);
        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.OPEN);
        newcomers.sign(newcomer, second);

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.COMPLETED);
    }

    @Test
    void asksForNoConsentThatWasSignedBefore() {
        var version = newcomers.askConsent(clinic);
        var person = staff.portal(clinic);
        var known = existing("Ines", person.email(), null);
        newcomers.sign(clinic, known, version);
        var newcomer = newcomers.atPortal(clinic, person, details());

        assertThat(enrolment(newcomer).consentsAt()).isNotNull();
    }

    @Test
    void remindsWhoHasGivenAllButTheirSignature() {
        newcomers.askConsent(clinic);
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());

        assertThat(remindersUntil(newcomer, Duration.ofDays(1))).isEqualTo(2);
    }

    @Test
    void asksOnlyForPaperworkWhenTheRecordIsKnown() {
        var person = staff.portal(clinic);
        var known = existing("Ines", person.email(), null);
        var id = in(() -> onboarding.convert(known, person.id(), null));
        var newcomer = new Newcomer(clinic, person, id);
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.COMPLETED);
        assertThat(enrolment(newcomer).patientId()).isEqualTo(known);
    }

    @Test
    void aConvertedPatientFindsThePaperworkOnceTheyHaveAnAccount() {
        var person = staff.portal(clinic);
        var known = existing("Ines", person.email(), null);
        var id = in(() -> onboarding.convert(known, null, null));
        assertThat(in(() -> enrolments.newestOf(person.id()))).isEmpty();

        in(() -> access.grant(new NewGrant(person.id(), known, AccessLevel.FULL, Relation.SELF, null, null, true)));

        assertThat(in(() -> enrolments.newestOf(person.id())))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(id));
    }

    @Test
    void familySeesNoPaperworkOfAConvertedPatient() {
        var person = staff.portal(clinic);
        var known = existing("Ines", person.email(), null);
        in(() -> onboarding.convert(known, null, null));

        in(() -> access.grant(new NewGrant(person.id(), known, AccessLevel.FULL, Relation.PARENT, null, null, true)));

        assertThat(in(() -> enrolments.newestOf(person.id()))).isEmpty();
    }

    @Test
    void takesEachPaperOnce() {
        var newcomer = newcomers.atPortal(clinic, details());
        newcomers.answerIntake(newcomer, healthy());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> newcomers.answerIntake(newcomer, healthy()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("onboarding_step_done"));
    }

    @Test
    void beginsOnlyOnceAtATime() {
        var newcomer = newcomers.atPortal(clinic, details());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> newcomers.atPortal(clinic, newcomer.person(), details()))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("onboarding_exists"));
    }

    @Test
    void namesTheFieldsThatAreWrong() {
        var details = details();
        details.put("phone", "12");
        details.put("dateOfBirth", "2090-01-01");

        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> newcomers.atPortal(clinic, details))
                .satisfies(invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::key)
                        .containsExactlyInAnyOrder("phone", "dateOfBirth"));
    }

    @Test
    void abandonsWhoNeverConfirmsTheAddressAndGoesOnWhenTheyDo() {
        var email = "late-" + UUID.randomUUID() + "@patient.example";
        var newcomer = registered(email);
        after(newcomer, Duration.ofDays(14));
        assertThat(tasks(newcomer)).containsExactly("Task_FollowUpAbandoned");

        registration.resend(email);
        registration.verify(mail.linkTo(email).substring("/portal/verify/".length()));

        assertThat(tasks(newcomer)).isEmpty();
        assertThat(enrolment(newcomer).patientId()).isNotNull();
    }

    @Test
    void waitsForTheAddressAgainWhenStaffGiveMoreTime() {
        var email = "slow-" + UUID.randomUUID() + "@patient.example";
        var newcomer = registered(email);
        after(newcomer, Duration.ofDays(14));

        complete(newcomer, Map.of("abandonedOutcome", "more_time"));

        assertThat(enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.OPEN);
        assertThat(enrolment(newcomer).patientId()).isNull();
        after(newcomer, Duration.ofDays(28));
        assertThat(tasks(newcomer)).containsExactly("Task_FollowUpAbandoned");
    }

    @Test
    void looksForNoRecordBeforeTheAddressIsConfirmed() {
        var email = "new-" + UUID.randomUUID() + "@patient.example";
        var newcomer = registered(email);
        assertThat(enrolment(newcomer).patientId()).isNull();

        registration.verify(mail.linkTo(email).substring("/portal/verify/".length()));

        assertThat(enrolment(newcomer).patientId()).isNotNull();
    }

    @Test
    void beginsNothingForAnAddressThatHasAnAccount() {
        var known = staff.portal(clinic);
        scope.run(clinic.id(), () -> onboarding.register(withEmail(known.email()), TestOnboarding.PASSWORD, "en"));

        assertThat(in(() -> database.queryForObject("select count(*) from onboarding.enrolment", Long.class)))
                .isZero();
        assertThat(mail.to(known.email()).get(0).subject()).isEqualTo("You already have an account");
    }

    private Newcomer registered(String email) {
        scope.run(clinic.id(), () -> onboarding.register(withEmail(email), TestOnboarding.PASSWORD, "en"));
        var row = in(() -> database.queryForMap("select id, account_id from onboarding.enrolment"));
        return new Newcomer(clinic, new Person((UUID) row.get("account_id"), email, () -> ""), (UUID) row.get("id"));
    }

    private static Map<String, Object> withEmail(String email) {
        var details = details();
        details.put("email", email);
        return details;
    }

    private static Map<String, Object> withAllergy() {
        var answers = healthy();
        answers.put("severeAllergy", "yes");
        return answers;
    }

    private UUID existing(String givenName, String email, String phone) {
        return in(() ->
                records.create(RecordDraft.of(givenName, "Okafor", LocalDate.of(1984, 5, 17), email, phone, "en")));
    }

    private void rename(UUID patientId, String email) {
        in(() -> {
            var record = records.get(patientId);
            return records.update(
                    patientId,
                    record.version(),
                    RecordDraft.of("Ines", "Okafor", LocalDate.of(1984, 5, 17), email, null, "en"));
        });
    }

    private void complete(Newcomer newcomer, Map<String, Object> values) {
        var task = openTasks(newcomer).get(0);
        in(() -> {
            processes.complete(task, values);
            return null;
        });
    }

    private void after(Newcomer newcomer, Duration passed) {
        time.moveTo(NOW.plus(passed));
        newcomers.runDue(newcomer);
    }

    private long remindersUntil(Newcomer newcomer, Duration passed) {
        after(newcomer, passed);
        return sent(newcomer).stream()
                .filter(message -> message.startsWith("onboarding-reminder"))
                .count();
    }

    /** The timer fires; what it leads to waits. */
    private void runTimerOnly(Newcomer newcomer) {
        var jobs = this.jobs.due(enrolment(newcomer).processInstanceId());
        assertThat(jobs).hasSize(1);
        management.executeJob(jobs.get(0).getId());
    }

    private Object column(Newcomer newcomer, String column) {
        return in(() -> database.queryForMap("select * from onboarding.enrolment where id = ?", newcomer.onboarding()))
                .get(column);
    }

    private PatientRecord record(Newcomer newcomer) {
        return in(() -> records.get(enrolment(newcomer).patientId()));
    }

    private Enrolment enrolment(Newcomer newcomer) {
        return newcomers.enrolment(newcomer);
    }

    private List<String> sent(Newcomer newcomer) {
        return log(newcomer).stream()
                .filter(message -> message.status().code().equals("sent"))
                .map(message -> message.template() + " " + message.channel().code())
                .toList();
    }

    private List<LoggedMessage> log(Newcomer newcomer) {
        return in(() -> messages.of("onboarding", newcomer.onboarding()));
    }

    private List<String> tasks(Newcomer newcomer) {
        return openTasks(newcomer).stream().map(OpenTask::activityId).toList();
    }

    private List<OpenTask> openTasks(Newcomer newcomer) {
        return in(() -> processes.openTasks(List.of(enrolment(newcomer).processInstanceId())));
    }

    private boolean ended(Newcomer newcomer) {
        return in(() -> processes.whereIs(enrolment(newcomer).processInstanceId()))
                .isEmpty();
    }

    private <T> T in(Supplier<T> work) {
        return newcomers.in(clinic, work);
    }
}
