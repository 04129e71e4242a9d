package org.carewright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.carewright.test.TestOnboarding.details;
import static org.carewright.test.TestOnboarding.healthy;
import static org.carewright.test.TestOnboarding.insured;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.onboarding.patient.EnrolmentStatus;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestOnboarding.Newcomer;
import org.carewright.test.TestPhones;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of {@code OnboardingProcess} when nodes die between steps and providers take no messages (ONB-5). */
@CarewrightTest
class OnboardingTroubleTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final int MORE_THAN_TRIES = 20;
    private static final String WELCOME_EMAIL = "Task_SendWelcomeEmail";
    private static final String REMINDER_EMAIL = "Task_SendReminderEmail";

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestOnboarding newcomers;

    @Autowired
    TestJobs jobs;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    ProviderBreakers breakers;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    private final String phone = TestPhones.next();
    private TestClinic clinic;

    @BeforeEach
    void openClinic() {
        time.moveTo(NOW);
        clinic = clinics.open();
        forgetTrouble();
    }

    @AfterEach
    void forgetTrouble() {
        sandbox.clearFaults();
        breakers.of("sendgrid").reset();
    }

    @Test
    void remindsAndWelcomesOnceAlthoughEachStepRunsTwice() {
        var newcomer = register();
        for (var days : List.of(1, 3, 7)) {
            time.moveTo(NOW.plus(Duration.ofDays(days)));
            jobs.runDueTwice(instance(newcomer));
        }
        giveAll(newcomer);
        jobs.runDueTwice(instance(newcomer));

        // Three reminders and the welcome.
        assertThat(mails(newcomer)).hasSize(4);
        assertThat(texts()).hasSize(4);
    }

    @Test
    void asksStaffOnceAlthoughTheAbandonmentRunsTwice() {
        var newcomer = register();
        time.moveTo(NOW.plus(Duration.ofDays(14)));
        jobs.runDueTwice(instance(newcomer));

        assertThat(newcomers.enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.ABANDONED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance(newcomer))
                        .activityIdIn("Task_FollowUpAbandoned")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void triesAWelcomeLaterAndLaterAndThenAsksForHelpWithoutNamingAnyone() {
        var newcomer = register();
        giveAll(newcomer);

        var waits = failUntilIncident(newcomer, WELCOME_EMAIL);

        assertThat(waits).isSorted().hasSize(5);
        var incident = incident(newcomer);
        assertThat(incident.getActivityId()).isEqualTo(WELCOME_EMAIL);
        assertThat(incident.getIncidentMessage() + management.getJobExceptionStacktrace(incident.getConfiguration()))
                .contains("EffectNotTakenException")
                .doesNotContain("Okafor", newcomer.person().email(), phone);
        assertThat(newcomers.enrolment(newcomer).status())
                .as("card and first visit wait for no mail")
                .isEqualTo(EnrolmentStatus.COMPLETED);
    }

    @Test
    void welcomesOnceWhenTheStuckMessageIsTriedAgain() {
        var newcomer = register();
        giveAll(newcomer);
        failUntilIncident(newcomer, WELCOME_EMAIL);

        tryAgain(newcomer, WELCOME_EMAIL);

        assertThat(mails(newcomer)).hasSize(1);
        assertThat(texts()).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance(newcomer))
                        .count())
                .isZero();
    }

    @Test
    void thePaperworkGoesOnWhileAReminderIsStuckAndOvertakesIt() {
        var newcomer = register();
        time.moveTo(NOW.plus(Duration.ofDays(1)));
        management.executeJob(jobs.due(instance(newcomer)).get(0).getId());
        failUntilIncident(newcomer, REMINDER_EMAIL);

        giveAll(newcomer);
        assertThat(newcomers.enrolment(newcomer).status()).isEqualTo(EnrolmentStatus.COMPLETED);
        tryAgain(newcomer, REMINDER_EMAIL);

        assertThat(mails(newcomer)).as("the welcome alone").hasSize(1);
    }

    private Newcomer register() {
        var details = details();
        details.put("phone", phone);
        return newcomers.atPortal(clinic, details);
    }

    private void giveAll(Newcomer newcomer) {
        newcomers.answerIntake(newcomer, healthy());
        newcomers.giveInsurance(newcomer, insured());
    }

    /** @return how long after each failure the next try came */
    private List<Duration> failUntilIncident(Newcomer newcomer, String task) {
        sandbox.fault("sendgrid", Kind.STATUS, 503, MORE_THAN_TRIES);
        var waits = new ArrayList<Duration>();
        for (var tries = 0; tries < MORE_THAN_TRIES; tries++) {
            var job = job(newcomer, task);
            if (job.getRetries() == 0) {
                return waits;
            }
            if (job.getDuedate() != null && tries > 0) {
                waits.add(Duration.between(
                        ClockUtil.getCurrentTime().toInstant(), job.getDuedate().toInstant()));
                time.moveTo(job.getDuedate().toInstant().plusSeconds(1));
            }
            assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        }
        throw new AssertionError("The job never gave up");
    }

    private void tryAgain(Newcomer newcomer, String task) {
        forgetTrouble();
        var job = job(newcomer, task);
        management.setJobRetries(job.getId(), 1);
        // The engine keeps the last pause.
        time.moveTo(job.getDuedate().toInstant().plusSeconds(1));
        jobs.runDue(instance(newcomer));
    }

    private Job job(Newcomer newcomer, String task) {
        return management
                .createJobQuery()
                .processInstanceId(instance(newcomer))
                .activityId(task)
                .singleResult();
    }

    private Incident incident(Newcomer newcomer) {
        return runtime.createIncidentQuery()
                .processInstanceId(instance(newcomer))
                .singleResult();
    }

    private String instance(Newcomer newcomer) {
        return newcomers.enrolment(newcomer).processInstanceId();
    }

    private List<SandboxMessage> mails(Newcomer newcomer) {
        return sandbox.sentTo(newcomer.person().email());
    }

    private List<SandboxMessage> texts() {
        return sandbox.sentTo(phone).stream()
                .filter(text -> text.sender().equals(clinic.smsSender()))
                .toList();
    }
}
