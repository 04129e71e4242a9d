package org.carewright.test;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.integrations.sandbox.SandboxFault;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.scheduling.AppointmentCompleted;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.Processes;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestVisits.Practice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What tests of the billing processes share: patients that can be written to, people who decide, jobs that fail. */
@Component
public class TestRuns {

    private static final int MORE_THAN_TRIES = 20;

    private final TestScheduling scheduling;
    private final TestJobs jobs;
    private final SandboxFixture sandbox;
    private final PatientService patients;
    private final Processes processes;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TestRuns(
            TestScheduling scheduling,
            TestJobs jobs,
            SandboxFixture sandbox,
            PatientService patients,
            Processes processes,
            RuntimeService runtime,
            ManagementService management,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scheduling = scheduling;
        this.jobs = jobs;
        this.sandbox = sandbox;
        this.patients = patients;
        this.processes = processes;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A patient with a mail address and a phone. */
    public UUID reachablePatient(Practice practice) {
        return scheduling.in(practice.clinic(), () -> patients.findOrCreate(
                        new NewPatient(
                                "Mira",
                                "Lindqvist",
                                "mira." + UUID.randomUUID() + "@patient.example",
                                "+12125550123",
                                PreferredChannel.BOTH,
                                "en"),
                        "US")
                .id());
    }

    /** Publishes, as the visit's process does, that a visit has taken place. @return the appointment's id */
    public UUID completedVisit(TestClinic clinic, UUID patient, long priceMinor) {
        var practitioner = scheduling.practitioner(clinic);
        var service = scheduling.service(clinic, Map.of("name", "Visit " + UUID.randomUUID()), practitioner);
        var now = clock.instant();
        var visit = scheduling.appointment(clinic, patient, service, practitioner, now, "completed");
        var completed = new AppointmentCompleted(
                clinic.id(),
                visit,
                patient,
                service,
                practitioner,
                Money.of(priceMinor, "USD"),
                "as_planned",
                now,
                now);
        scheduling.in(clinic, () -> {
            events.publishEvent(completed);
            return visit;
        });
        return visit;
    }

    /** The instance that was started last for an invoice; in the clinic's scope. */
    public String lastInstanceOf(UUID invoice) {
        return jdbc.queryForObject(
                "select process_instance_id from billing.invoice_run where invoice_id = ?", String.class, invoice);
    }

    /** Completes the instance's task; in the clinic's scope. */
    public void complete(String instance, String task, Map<String, Object> values) {
        processes.complete(processes.openTask(instance, task).orElseThrow(), values);
    }

    /** Does something as a manager with that account. */
    public void as(TestClinic clinic, UUID account, Runnable work) {
        as(clinic, account, Role.MANAGER, work);
    }

    /** Does something as somebody of billing with that account. */
    public void asBilling(TestClinic clinic, UUID account, Runnable work) {
        as(clinic, account, Role.BILLING, work);
    }

    private static void as(TestClinic clinic, UUID account, Role role, Runnable work) {
        var person = new StaffPrincipal(account, clinic.id(), "Test Person", Set.of(role), 0);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Does something while mails can't be sent. */
    public void withMailDown(Runnable work) {
        sandbox.fault("sendgrid", SandboxFault.Kind.STATUS, 503, MORE_THAN_TRIES);
        try {
            work.run();
        } finally {
            sandbox.clearFaults();
        }
    }

    /** Runs the instance's jobs until one has failed so often that it is not tried again; moves the clock. */
    public void failUntilIncident(String instance) {
        for (var tries = 0; tries < MORE_THAN_TRIES; tries++) {
            var due = jobs.due(instance);
            if (due.isEmpty()) {
                var next = management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .withRetriesLeft()
                        .withException()
                        .singleResult();
                if (next == null) {
                    return;
                }
                ClockUtil.setCurrentTime(java.util.Date.from(
                        Instant.ofEpochMilli(next.getDuedate().getTime() + 1000)));
                continue;
            }
            try {
                management.executeJob(due.get(0).getId());
            } catch (RuntimeException expected) {
                // It is tried again.
            }
        }
        throw new AssertionError("The job never gave up");
    }

    public long incidents(String instance) {
        return runtime.createIncidentQuery().processInstanceId(instance).count();
    }

    /** Somebody presses "retry" in Cockpit. */
    public void retry(String instance) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .noRetriesLeft()
                .list()
                .forEach(job -> management.setJobRetries(job.getId(), 1));
    }
}
