package org.carewright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestInbox;
import org.carewright.test.TestJobs;
import org.carewright.test.TestPhones;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** An appointment's messages when the provider is down, slow, or the work is lost right after the sending. */
@CarewrightTest
class MessageTroubleTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");
    private static final Staff RECEPTION = new Staff(UUID.randomUUID(), "receptionist");
    private static final String CONFIRMATION_EMAIL = "Task_SendConfirmationEmail";
    private static final int MORE_THAN_TRIES = 20;
    /** Longer than a call to a provider may take. */
    private static final int TOO_SLOW_MILLIS = 16_000;

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestInbox inbox;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    ProviderBreakers breakers;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ManageBookingService manage;

    @Autowired
    DeskService desk;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ClinicScope scope;

    private final String email = "trouble." + UUID.randomUUID() + "@patient.example";
    private final String phone = TestPhones.next();
    private Practice practice;

    @BeforeEach
    void openPractice() {
        time.moveTo(NOW);
        practice = visits.open();
        forgetTrouble();
    }

    @AfterEach
    void forgetTrouble() {
        sandbox.clearFaults();
        breakers.of("sendgrid").reset();
    }

    @Test
    void triesLaterAndLaterAndThenAsksForHelpWithoutNamingAnyone() {
        sandbox.fault("sendgrid", Kind.STATUS, 503, MORE_THAN_TRIES);
        var id = book(practice.visit());

        var waits = failUntilIncident(id);

        assertThat(waits).isSorted().hasSize(5);
        var incident = incident(id);
        assertThat(incident.getActivityId()).isEqualTo(CONFIRMATION_EMAIL);
        assertThat(incident.getIncidentMessage() + management.getJobExceptionStacktrace(incident.getConfiguration()))
                .contains("EffectNotTakenException")
                .doesNotContain(TestVisits.CANARIES)
                .doesNotContain(email, phone);
        assertThat(mails()).isEmpty();
    }

    @Test
    void theVisitGoesOnWhileAMailIsStuck() {
        sandbox.fault("sendgrid", Kind.STATUS, 503, MORE_THAN_TRIES);
        var id = book(practice.visit());
        failUntilIncident(id);
        sandbox.clearFaults();

        time.moveTo(START.minus(Duration.ofMinutes(10)));
        jobs.runDue(instance(id));
        in(() -> desk.checkIn(id, RECEPTION));

        assertThat(in(() -> appointments.find(id).orElseThrow()).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(in(() -> processes.whereIs(instance(id))))
                .extracting(ActiveStep::elementId)
                .containsExactly("Task_RecordVisit");
    }

    @Test
    void sendsTheStuckMailOnceWhenItIsTriedAgain() {
        sandbox.fault("sendgrid", Kind.STATUS, 503, MORE_THAN_TRIES);
        var id = book(practice.visit());
        failUntilIncident(id);
        forgetTrouble();

        management.setJobRetries(incident(id).getConfiguration(), 1);
        // The engine keeps the last pause.
        time.moveTo(confirmationJob(id).getDuedate().toInstant().plusSeconds(1));
        jobs.runDue(instance(id));

        assertThat(mails()).hasSize(1);
        assertThat(texts()).hasSize(1);
        assertThat(runtime.createIncidentQuery().processInstanceId(instance(id)).count())
                .isZero();
    }

    @Test
    void sendsOnceAlthoughTheAnswerNeverCame() {
        sandbox.fault("sendgrid", Kind.STALL, TOO_SLOW_MILLIS);
        var id = book(practice.visit());
        var job = confirmationJob(id);

        assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        await().until(() -> inbox.openKinds(practice.clinic().id()).contains("delivered"));
        inbox.apply(practice.clinic().id());
        time.moveTo(NOW.plus(Duration.ofHours(1)));
        jobs.runDue(instance(id));

        assertThat(mails()).hasSize(1);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void confirmsRemindsAndCancelsOnceAlthoughEachStepRunsTwice() {
        var id = book(practice.visit());
        jobs.runDueTwice(instance(id));
        in(() -> manage.reschedule(id, START.plusSeconds(3600), null, Actor.PATIENT));
        jobs.runDueTwice(instance(id));
        for (var reminder : List.of("2027-03-08T16:00:00Z", "2027-03-12T16:00:00Z", "2027-03-14T15:00:00Z")) {
            time.moveTo(reminder);
            jobs.runDueTwice(instance(id));
        }
        in(() -> manage.cancel(id, null, Actor.PATIENT));
        jobs.runDueTwice(instance(id));

        // Confirmed, moved, cancelled; and reminders, three by mail and one by text message.
        assertThat(mails()).hasSize(6);
        assertThat(texts()).hasSize(4);
    }

    @Test
    void acknowledgesAndDeclinesOnceAlthoughEachStepRunsTwice() {
        var id = book(practice.onRequest());
        jobs.runDueTwice(instance(id));
        in(() -> desk.decideApproval(id, Map.of("approval", "declined", "declineReason", "not_available"), RECEPTION));
        jobs.runDueTwice(instance(id));

        assertThat(mails()).hasSize(2);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void keepsNoReminderPlanInTheEngine() {
        var id = book(practice.visit());
        jobs.runDue(instance(id));

        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance(id))
                        .variableName("reminderPlan")
                        .count())
                .isZero();
    }

    /** @return how long after each failure the next try came */
    private List<Duration> failUntilIncident(UUID id) {
        var waits = new ArrayList<Duration>();
        for (var tries = 0; tries < MORE_THAN_TRIES; tries++) {
            var job = confirmationJob(id);
            if (job.getRetries() == 0) {
                return waits;
            }
            if (job.getDuedate() != null && tries > 0) {
                waits.add(Duration.between(clock(), job.getDuedate().toInstant()));
                time.moveTo(job.getDuedate().toInstant().plusSeconds(1));
            }
            assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        }
        throw new AssertionError("The job never gave up");
    }

    private Job confirmationJob(UUID id) {
        return management
                .createJobQuery()
                .processInstanceId(instance(id))
                .activityId(CONFIRMATION_EMAIL)
                .singleResult();
    }

    private static Instant clock() {
        return org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant();
    }

    private Incident incident(UUID id) {
        return runtime.createIncidentQuery().processInstanceId(instance(id)).singleResult();
    }

    private UUID book(UUID service) {
        return visits.book(practice, service, START, form -> {
                    form.put("email", email);
                    form.put("phone", phone);
                    return form;
                })
                .appointmentId();
    }

    private List<SandboxMessage> mails() {
        return sandbox.sentTo(email);
    }

    private List<SandboxMessage> texts() {
        return sandbox.sentTo(phone).stream()
                .filter(text -> text.sender().equals(practice.clinic().smsSender()))
                .toList();
    }

    private String instance(UUID id) {
        return in(() -> appointments.find(id).orElseThrow()).processInstanceId();
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return scope.call(practice.clinic().id(), work);
    }

    private void in(Runnable work) {
        scope.run(practice.clinic().id(), work);
    }
}
