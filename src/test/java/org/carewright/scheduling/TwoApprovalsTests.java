package org.carewright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.carewright.messaging.MessageLog;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.OpenTask;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestJobs;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people decide, or two patients ask, at the same moment. */
@CarewrightTest
class TwoApprovalsTests {

    private static final int ROUNDS = 5;
    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");
    private static final String DONE = "done";
    private static final Map<String, Object> YES = Map.of("approval", "approved");
    private static final Map<String, Object> NO = Map.of("approval", "declined", "declineReason", "not_available");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestJobs jobs;

    @Autowired
    AppointmentService appointments;

    @Autowired
    DeskService desk;

    @Autowired
    Processes processes;

    @Autowired
    MessageLog messages;

    @Autowired
    ClinicScope scope;

    @Autowired
    PlatformTransactionManager transactions;

    private Practice practice;

    @BeforeEach
    void openPractice() {
        time.moveTo(NOW);
        practice = visits.open();
    }

    @RepeatedTest(ROUNDS)
    void oneOfTwoApprovalsWinsAndTheOtherIsTold() throws Exception {
        var id = request(START);

        assertThat(atOnce(() -> decide(id, YES), () -> decide(id, YES))).containsExactlyInAnyOrder(DONE, "not_waiting");

        jobs.runDue(instance(id));
        assertThat(status(id)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(sent(id)).containsOnlyOnce("appointment-confirmed email");
    }

    @RepeatedTest(ROUNDS)
    void approvalAndRefusalEndInOneOfBoth() throws Exception {
        var id = request(START);

        assertThat(atOnce(() -> decide(id, YES), () -> decide(id, NO))).containsExactlyInAnyOrder(DONE, "not_waiting");

        jobs.runDue(instance(id));
        var approved = status(id) == AppointmentStatus.CONFIRMED;
        assertThat(status(id)).isIn(AppointmentStatus.CONFIRMED, AppointmentStatus.REJECTED);
        assertThat(sent(id).contains("appointment-confirmed email")).isEqualTo(approved);
        assertThat(sent(id).contains("appointment-declined email")).isEqualTo(!approved);
    }

    @Test
    void tellsWhoLooksAgainThatTheTaskIsDone() {
        var id = request(START);
        OpenTask seen = in(() -> new TransactionTemplate(transactions)
                .execute(status ->
                        processes.openTask(instance(id), "Task_ApproveBooking").orElseThrow()));
        decide(id, YES);

        assertThatThrownBy(() -> in(() -> {
                    new TransactionTemplate(transactions).executeWithoutResult(status -> processes.complete(seen, YES));
                    return null;
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @RepeatedTest(ROUNDS)
    void twoRequestsForOneTimeCannotBothExist() throws Exception {
        assertThat(atOnce(() -> book(practice.onRequest(), START), () -> book(practice.onRequest(), START)))
                .containsExactlyInAnyOrder(DONE, "slot_taken");
    }

    @RepeatedTest(ROUNDS)
    void twoRequestsThatOverlapCannotBothExist() throws Exception {
        assertThat(atOnce(
                        () -> book(practice.onRequest(), START),
                        () -> book(practice.onRequest(), START.plusSeconds(30 * 60))))
                .containsExactlyInAnyOrder(DONE, "slot_taken");
    }

    @RepeatedTest(ROUNDS)
    void aRequestAndABookingCannotBothTakeOneTime() throws Exception {
        assertThat(atOnce(() -> book(practice.onRequest(), START), () -> book(practice.visit(), START)))
                .containsExactlyInAnyOrder(DONE, "slot_taken");
    }

    private String decide(UUID id, Map<String, Object> values) {
        scope.run(
                practice.clinic().id(),
                () -> desk.decideApproval(id, values, new Staff(UUID.randomUUID(), "receptionist")));
        return DONE;
    }

    private String book(UUID service, Instant start) {
        visits.book(practice, service, start);
        return DONE;
    }

    /** What became of each: done, or the code of the problem. */
    @SafeVarargs
    private static List<String> atOnce(Supplier<String>... works) throws Exception {
        var next = new AtomicInteger();
        return Simultaneously.run(works.length, IllegalCallerException.class, () -> {
            try {
                return works[next.getAndIncrement()].get();
            } catch (ProblemException e) {
                return e.code();
            }
        });
    }

    private UUID request(Instant start) {
        var id = visits.book(practice, practice.onRequest(), start).appointmentId();
        jobs.runDue(instance(id));
        return id;
    }

    private AppointmentStatus status(UUID id) {
        return in(() -> appointments.find(id).orElseThrow()).status();
    }

    private String instance(UUID id) {
        return in(() -> appointments.find(id).orElseThrow()).processInstanceId();
    }

    private List<String> sent(UUID id) {
        return in(() -> messages.of("appointment", id)).stream()
                .map(message -> message.template() + " " + message.channel().code())
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(practice.clinic().id(), work);
    }
}
