package org.carewright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestJobs;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A patient cancels and moves a visit with two hands while the engine sends its confirmation. */
@CarewrightTest
class ManageRacesTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestRestTemplate http;

    @Autowired
    TestVisits visits;

    @Autowired
    TestJobs jobs;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ManageBookingService manage;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    ClinicScope scope;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate database;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final String email = "races." + UUID.randomUUID() + "@patient.example";
    private Practice practice;
    private Booking booking;

    @BeforeEach
    void book() {
        time.moveTo(NOW);
        practice = visits.open();
        booking = visits.book(practice, practice.visit(), START, form -> {
            form.put("email", email);
            form.put("preferredChannel", "email");
            return form;
        });
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @RepeatedTest(8)
    void cancellingMovingAndConfirmingAtOnceEndsInTheCancellation() throws Exception {
        var begin = new CyclicBarrier(3);
        var cancelled = at(begin, () -> {
            var answer = post("cancel", "{}");
            return new Cancelled(answer, otherMails());
        });
        var moved = at(begin, () -> post("reschedule", "{\"start\": \"" + START.plusSeconds(3600) + "\"}"));
        var confirmed = at(begin, this::runJobs);
        confirmed.join();
        assertThat(cancelled.join().answer().getStatusCode().value()).isEqualTo(200);
        assertThat(moved.join().getStatusCode().value()).isIn(200, 409);
        if (moved.join().getStatusCode().value() == 409) {
            assertThat(moved.join().getBody().get("code").asText()).isEqualTo("not_changeable");
        }

        jobs.runDue(instance());

        assertThat(appointment().status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(scope.call(practice.clinic().id(), () -> processes.whereIs(instance())))
                .isEmpty();
        assertThat(otherMails()).isEqualTo(cancelled.join().otherMails());
        assertThat(sandbox.sentTo(email).stream().filter(ManageRacesTests::isCancellation))
                .hasSize(1);
        assertThat(visits.book(practice, practice.visit(), START)).isNotNull();
    }

    @Test
    void sendsNoConfirmationOnceACancellationIsUnderWay() {
        var job = jobs.due(instance()).get(0);
        var confirming = new TransactionTemplate(transactions).execute(status -> {
            scope.run(practice.clinic().id(), () -> manage.cancel(booking.appointmentId(), null, Actor.PATIENT));
            var running = CompletableFuture.runAsync(() -> run(job), threads);
            await().until(() -> running.isDone() || someoneWaits());
            return running;
        });
        confirming.join();
        jobs.runDue(instance());

        assertThat(sandbox.sentTo(email)).singleElement().matches(ManageRacesTests::isCancellation);
    }

    /** @param otherMails ids of the mails that were there when the answer came, except the cancellation's */
    private record Cancelled(ResponseEntity<JsonNode> answer, Set<UUID> otherMails) {}

    private <T> CompletableFuture<T> at(CyclicBarrier begin, Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        begin.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return work.get();
                },
                threads);
    }

    private boolean runJobs() {
        List<Job> due;
        while (!(due = jobs.due(instance())).isEmpty()) {
            run(due.get(0));
        }
        return true;
    }

    /** As the job executor takes it: when someone else was first, the job is gone or comes again. */
    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException | NullValueException someoneWasFirst) {
            assertThat(someoneWasFirst).isNotNull();
        }
    }

    private boolean someoneWaits() {
        return database.queryForObject("select count(*) from pg_locks where not granted", Integer.class) > 0;
    }

    private Set<UUID> otherMails() {
        return sandbox.sentTo(email).stream()
                .filter(mail -> !isCancellation(mail))
                .map(SandboxMessage::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static boolean isCancellation(SandboxMessage mail) {
        return mail.subject().contains("cancelled");
    }

    private ResponseEntity<JsonNode> post(String action, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        var url = booking.manageUrl();
        return http.postForEntity(
                "/api/v1/public/appointments/" + url.substring(url.lastIndexOf('/') + 1) + "/" + action,
                new HttpEntity<>(body, headers),
                JsonNode.class);
    }

    private Appointment appointment() {
        return scope.call(practice.clinic().id(), () -> appointments.find(booking.appointmentId()))
                .orElseThrow();
    }

    private String instance() {
        return appointment().processInstanceId();
    }
}
