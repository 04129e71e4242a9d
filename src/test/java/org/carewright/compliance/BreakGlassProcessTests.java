package org.carewright.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.carewright.audit.AuditEvent;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditTrail;
import org.carewright.audit.access.EmergencyAccess;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.audit.access.RecordDecision.Cause;
import org.carewright.audit.access.RecordDecision.Closed;
import org.carewright.audit.access.RecordDecision.Emergency;
import org.carewright.audit.access.RecordDecision.Open;
import org.carewright.compliance.emergency.EmergencyAlert;
import org.carewright.identity.Role;
import org.carewright.identity.StaffContacts;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.account.StaffAdministration;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestJobs;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may open a record, access in an emergency, and every path of {@code BreakGlassProcess} (HIP-5). */
@CarewrightTest
class BreakGlassProcessTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final String REVIEW = "Task_ReviewEmergencyAccess";
    private static final String NAME_REVIEWER = "Task_NameReviewer";
    private static final String REASON = "Unconscious patient, allergies needed";

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestStaff staff;

    @Autowired
    TestJobs jobs;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    RecordAccess records;

    @Autowired
    EmergencyAccess emergencies;

    @Autowired
    EmergencyAlert alert;

    @Autowired
    AuditTrail trail;

    @Autowired
    PatientService patients;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    ProviderBreakers breakers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    StaffAdministration administration;

    @Autowired
    StaffContacts contacts;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private Practice practice;
    private Person officer;
    private StaffPrincipal practitioner;
    private UUID patient;

    @BeforeEach
    void openPractice() {
        time.moveTo(NOW);
        practice = visits.open();
        officer = staff.of(practice.clinic(), Role.PRIVACY_OFFICER);
        practitioner = principal(Role.PRACTITIONER);
        patient = inClinic(() -> patients.findOrCreate(
                        new NewPatient("Mira", "Lindqvist", "mira@patient.example", null, PreferredChannel.NONE, "en"),
                        "US")
                .id());
    }

    @AfterEach
    void clearFaults() {
        sandbox.clearFaults();
        breakers.of("sendgrid").reset();
    }

    @Test
    void aPractitionerOpensRecordsOfTheirPatientsOnly() {
        var treating = new StaffPrincipal(
                staff.of(practice.clinic(), Role.PRACTITIONER).id(),
                practice.clinic().id(),
                "Dana Reed",
                Set.of(Role.PRACTITIONER),
                0);
        var own = visits.open(practice.clinic(), treating.accountId());
        var treated = patientOf(
                visits.book(own, own.visit(), NOW.plus(Duration.ofDays(1))).appointmentId());

        assertThat(decide(treating, treated)).isEqualTo(new Open());
        assertThat(decide(treating, patient)).isEqualTo(new Closed(Cause.NO_RELATION));
        assertThat(decide(practitioner, treated)).isEqualTo(new Closed(Cause.NO_RELATION));
    }

    @Test
    void aRestrictedRecordIsClosedToReception() {
        var reception = principal(Role.RECEPTIONIST);
        assertThat(decide(reception, patient)).isEqualTo(new Open());

        inClinic(() -> {
            records.restrict(principal(Role.PRIVACY_OFFICER), patient, true, "Asked for by the patient");
            return null;
        });

        assertThat(decide(reception, patient)).isEqualTo(new Closed(Cause.RESTRICTED));
        assertThat(decide(principal(Role.PRIVACY_OFFICER), patient)).isEqualTo(new Open());
    }

    @Test
    void aRefusedReadIsRecorded() {
        assertThatThrownBy(() -> read(practitioner))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("record_closed"));

        assertThat(events("patient.read")).singleElement().satisfies(event -> assertThat(event.outcome())
                .isEqualTo("refused"));
    }

    @Test
    void whatIsReadInAnEmergencyIsMarked() {
        var grant = open();

        assertThat(read(practitioner)).isEqualTo("shown");
        read(principal(Role.MANAGER));

        assertThat(events("patient.read"))
                .extracting(AuditEvent::grantId)
                .containsExactlyInAnyOrder(grant.grantId(), null);
    }

    @Test
    void emergencyAccessEndsByTimeWithoutAnyJob() {
        var grant = open();
        assertThat(grant.endsAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));

        time.moveTo(grant.endsAt().minusSeconds(1));
        assertThat(decide(practitioner, patient)).isInstanceOf(Emergency.class);
        time.moveTo(grant.endsAt());
        assertThat(decide(practitioner, patient)).isInstanceOf(Closed.class);
    }

    @Test
    void emergencyAccessIsOnePersonsAlone() {
        open();

        assertThat(decide(principal(Role.PRACTITIONER), patient)).isInstanceOf(Closed.class);
    }

    @Test
    void askedTwiceTheFirstTimeCounts() {
        var first = open();
        time.moveTo(NOW.plusSeconds(60));

        assertThat(open()).isEqualTo(first);
    }

    @Test
    void tellsThePrivacyOfficerOnceWithoutNames() {
        var grant = open();
        jobs.runDue(instance(grant));
        inClinic(() -> {
            alert.send(grant.grantId(), "opened");
            return null;
        });

        assertThat(sandbox.sentTo(officer.email())).singleElement().satisfies(mail -> assertThat(mail.toString())
                .doesNotContain("Lindqvist", "Mira", REASON, practitioner.displayName()));
    }

    @Test
    void tellsTheManagersWhereThereIsNoPrivacyOfficer() {
        practice = visits.open();
        var manager = staff.of(practice.clinic(), Role.MANAGER);
        practitioner = principal(Role.PRACTITIONER);
        patient = inClinic(() -> patients.findOrCreate(
                        new NewPatient("Ada", "Berg", "ada@patient.example", null, PreferredChannel.NONE, "en"), "US")
                .id());

        jobs.runDue(instance(open()));

        assertThat(sandbox.sentTo(manager.email())).hasSize(1);
    }

    @Test
    void offersTheReviewToPrivacyOfficersAndNotToManagersBesideThem() {
        staff.of(practice.clinic(), Role.MANAGER);

        assertThat(offeredTo(instance(open()), REVIEW)).containsExactly("privacy_officer");
    }

    @Test
    void offersTheReviewToManagersWhereThereIsNoPrivacyOfficer() {
        leave(officer);
        staff.of(practice.clinic(), Role.MANAGER);

        var id = instance(open());

        assertThat(offeredTo(id, REVIEW)).containsExactly("manager");
        review(id, "justified");
        assertThat(events("emergency-access.reviewed")).hasSize(1);
    }

    @Test
    void aReviewGoesToTheManagersWhenTheLastPrivacyOfficerLeavesAndBackWhenOneJoins() {
        var manager = staff.of(practice.clinic(), Role.MANAGER);
        var id = instance(open());

        leave(officer);
        assertThat(offeredTo(id, REVIEW)).containsExactly("manager");
        var receptionist = staff.of(practice.clinic(), Role.RECEPTIONIST);
        as(manager, by -> administration.changeRoles(by, receptionist.id(), Set.of(Role.PRIVACY_OFFICER)));

        assertThat(offeredTo(id, REVIEW)).containsExactly("privacy_officer");
    }

    @Test
    void whoDoesNotReviewComesAndGoesWithoutTouchingAReview() {
        staff.of(practice.clinic(), Role.MANAGER);
        var id = instance(open());
        var before = inClinic(() -> processes.openTask(id, REVIEW)).orElseThrow();

        leave(staff.of(practice.clinic(), Role.RECEPTIONIST));

        assertThat(inClinic(() -> processes.openTask(id, REVIEW))).contains(before);
    }

    @Test
    void withoutAnybodyWhoMayReviewSomebodyIsNamedFirstAndNoPatientIs() {
        leave(officer);
        var administrator = staff.of(practice.clinic(), Role.CLINIC_ADMIN);
        var id = instance(open());
        jobs.runDue(id);

        assertThat(offeredTo(id, NAME_REVIEWER)).containsExactlyInAnyOrder("clinic_admin", "operator");
        assertThat(sandbox.sentTo(administrator.email())).singleElement().satisfies(mail -> assertThat(mail.toString())
                .contains("nobody at the clinic may review")
                .doesNotContain("Lindqvist", "Mira", REASON));
        var form = inClinic(
                () -> processes.formOf(processes.openTask(id, NAME_REVIEWER).orElseThrow()));
        assertThat(form.toString()).doesNotContain("patientName", "staffName", "emergencyReason");

        var colleague = staff.of(practice.clinic(), Role.RECEPTIONIST);
        as(administrator, by -> administration.changeRoles(by, colleague.id(), Set.of(Role.PRIVACY_OFFICER)));

        assertThat(offeredTo(id, REVIEW)).containsExactly("privacy_officer");
        assertThat(inClinic(() -> processes.openTask(id, NAME_REVIEWER))).isEmpty();
    }

    @Test
    void namingNobodyAsksAgain() {
        leave(officer);
        var id = instance(open());

        inClinic(() -> {
            processes.complete(processes.openTask(id, NAME_REVIEWER).orElseThrow(), Map.of("reviewerNamed", true));
            return null;
        });

        assertThat(inClinic(() -> processes.openTask(id, NAME_REVIEWER))).isPresent();
    }

    @Test
    void nobodyReviewsTheirOwnAccessWhateverRoleTheyHaveMeanwhile() {
        var colleague = staff.of(practice.clinic(), Role.PRACTITIONER);
        practitioner =
                new StaffPrincipal(colleague.id(), practice.clinic().id(), "Robin Vale", Set.of(Role.PRACTITIONER), 0);
        var manager = staff.of(practice.clinic(), Role.MANAGER);
        var id = instance(open());
        as(manager, by -> administration.changeRoles(by, colleague.id(), Set.of(Role.PRIVACY_OFFICER)));

        assertThatThrownBy(() -> as(colleague, by -> review(id, "justified")))
                .isInstanceOfSatisfying(InvalidFormException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::code)
                        .containsExactly("own_access"));

        assertThat(events("emergency-access.reviewed")).isEmpty();
        as(officer, by -> review(id, "justified"));
        assertThat(events("emergency-access.reviewed")).hasSize(1);
    }

    @Test
    void aReviewIsNotOfferedToARoleWhoseOnlyHolderOpenedTheRecord() {
        leave(officer);
        var colleague = staff.of(practice.clinic(), Role.PRACTITIONER);
        practitioner =
                new StaffPrincipal(colleague.id(), practice.clinic().id(), "Robin Vale", Set.of(Role.PRACTITIONER), 0);
        var manager = staff.of(practice.clinic(), Role.MANAGER);
        var id = instance(open());

        as(manager, by -> administration.changeRoles(by, colleague.id(), Set.of(Role.PRIVACY_OFFICER)));

        assertThat(offeredTo(id, REVIEW)).containsExactly("manager");
    }

    private List<String> offeredTo(String instance, String activity) {
        var task = inClinic(() -> processes.openTask(instance, activity)).orElseThrow();
        return tasks.getIdentityLinksForTask(task.id()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private void leave(Person person) {
        var manager =
                new StaffPrincipal(UUID.randomUUID(), practice.clinic().id(), "Lea Stone", Set.of(Role.MANAGER), 0);
        staff.of(practice.clinic(), Role.CLINIC_ADMIN);
        inClinic(() -> {
            administration.close(manager, person.id());
            return null;
        });
    }

    /** Signed in as somebody who works in the clinic. */
    private void as(Person person, Consumer<StaffPrincipal> work) {
        var roles = scope.call(practice.clinic().id(), () -> contacts.rolesOf(person.id()));
        var principal = new StaffPrincipal(person.id(), practice.clinic().id(), "Test person", roles, 0);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        try {
            inClinic(() -> {
                work.accept(principal);
                return null;
            });
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void anAlertTheProviderDidNotTakeIsSentLater() {
        var id = instance(open());
        sandbox.fault("sendgrid", Kind.STATUS, 503);
        assertThatThrownBy(() -> jobs.runDue(id)).isInstanceOf(RuntimeException.class);
        assertThat(sandbox.sentTo(officer.email())).isEmpty();

        time.moveTo(NOW.plus(Duration.ofMinutes(10)));
        jobs.runDue(id);

        assertThat(sandbox.sentTo(officer.email())).hasSize(1);
    }

    @Test
    void alertsAndRemindsOnceAlthoughEachStepRunsTwice() {
        var id = instance(open());
        jobs.runDueTwice(id);
        time.moveTo(NOW.plus(Duration.ofDays(2)));
        jobs.runDueTwice(id);

        assertThat(sandbox.sentTo(officer.email())).hasSize(2);
    }

    @Test
    void anAlertThatNoTryBringsAcrossAsksForHelpAndTheReviewGoesOn() {
        var id = instance(open());
        sandbox.fault("sendgrid", Kind.STATUS, 503, 20);
        for (var job = alertJob(id); job.getRetries() > 0; job = alertJob(id)) {
            var due = job.getDuedate();
            if (due != null) {
                time.moveTo(due.toInstant().plusSeconds(1));
            }
            var tried = job.getId();
            assertThatThrownBy(() -> management.executeJob(tried)).isInstanceOf(RuntimeException.class);
        }

        assertThat(runtime.createIncidentQuery().processInstanceId(id).singleResult())
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("Task_AlertPrivacyOfficer"))
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .doesNotContain(officer.email(), REASON, "Vale", "Lindqvist"));
        review(id, "justified");
        assertThat(events("emergency-access.reviewed")).hasSize(1);
    }

    private Job alertJob(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("Task_AlertPrivacyOfficer")
                .singleResult();
    }

    @Test
    void remindsOfAReviewThatIsMissingAfterTwoDays() {
        var id = instance(open());
        jobs.runDue(id);
        time.moveTo(NOW.plus(Duration.ofDays(2)));

        jobs.runDue(id);

        assertThat(sandbox.sentTo(officer.email())).hasSize(2);
        assertThat(inClinic(() -> processes.openTask(id, REVIEW))).isPresent();
    }

    @Test
    void aJustifiedAccessLastsAndItsProcessEnds() {
        var grant = open();
        var id = instance(grant);
        jobs.runDue(id);

        review(id, "justified");

        assertThat(decide(practitioner, patient)).isInstanceOf(Emergency.class);
        assertThat(inClinic(() -> processes.whereIs(id))).isEmpty();
        assertThat(events("emergency-access.reviewed")).singleElement().satisfies(event -> assertThat(event.reason())
                .isEqualTo("justified"));
    }

    @Test
    void anAccessThatWasNotJustifiedEndsAtOnce() {
        var id = instance(open());

        review(id, "not_justified");

        assertThat(decide(practitioner, patient)).isInstanceOf(Closed.class);
    }

    @Test
    void reasonAndNamesAreSealedInTheProcess() {
        var id = instance(open());

        var texts = database.queryForList(
                "select coalesce(text_, '') from engine.act_ru_variable where proc_inst_id_ = ?", String.class, id);

        assertThat(texts).isNotEmpty().noneMatch(text -> text.contains(REASON) || text.contains("Vale"));
    }

    private Emergency open() {
        return scope.call(practice.clinic().id(), () -> emergencies.open(practitioner, patient, REASON));
    }

    private RecordDecision decide(StaffPrincipal person, UUID patientId) {
        return scope.call(practice.clinic().id(), () -> records.decide(person, patientId));
    }

    private String read(StaffPrincipal person) {
        return scope.call(practice.clinic().id(), () -> records.read(person, patient, "timeline", () -> "shown"));
    }

    private void review(String instance, String verdict) {
        inClinic(() -> {
            var task = processes.openTask(instance, REVIEW).orElseThrow();
            processes.complete(task, Map.of("verdict", verdict, "reviewNote", "Looked at"));
            return null;
        });
    }

    private String instance(Emergency grant) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(grant.grantId().toString())
                .singleResult();
        return instance.getId();
    }

    private List<AuditEvent> events(String action) {
        var filter = new AuditFilter(null, null, null, patient, action, null, false);
        return scope.call(practice.clinic().id(), () -> trail.page(filter, null, 10));
    }

    private UUID patientOf(UUID appointmentId) {
        var filter = new AuditFilter(null, null, null, null, null, null, false);
        return scope.call(practice.clinic().id(), () -> trail.page(filter, null, 100)).stream()
                .filter(event -> appointmentId.equals(event.resourceId()))
                .findFirst()
                .orElseThrow()
                .patientId();
    }

    private StaffPrincipal principal(Role role) {
        return new StaffPrincipal(UUID.randomUUID(), practice.clinic().id(), "Robin Vale", Set.of(role), 0);
    }

    private <T> T inClinic(java.util.function.Supplier<T> work) {
        return scope.call(
                practice.clinic().id(), () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
