package org.carewright.scheduling;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.messaging.LoggedMessage;
import org.carewright.messaging.MessageLog;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.desk.AppointmentDetails;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestJobs;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path, timer and ending of {@code AppointmentProcess}; messages go through the sandbox providers. */
@CarewrightTest
class AppointmentProcessTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");
    private static final Staff RECEPTION = new Staff(UUID.randomUUID(), "receptionist");
    private static final Staff PRACTITIONER = new Staff(UUID.randomUUID(), "practitioner");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestJobs jobs;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ManageBookingService manage;

    @Autowired
    DeskService desk;

    @Autowired
    Processes processes;

    @Autowired
    MessageLog messages;

    @Autowired
    ClinicScope scope;

    private Practice practice;

    @BeforeEach
    void openPractice() {
        time.moveTo(NOW);
        practice = visits.open();
    }

    @Test
    void confirmsAtOnceWhereNoApprovalIsNeeded() {
        var id = book();

        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(sent(id)).containsExactlyInAnyOrder("appointment-confirmed email", "appointment-confirmed sms");
    }

    @Test
    void remindsAsPlannedAndSkipsWhatIsPast() {
        var id = book();
        assertThat(remindersUntil(id, "2027-03-08T14:59:59Z")).isEmpty();
        assertThat(remindersUntil(id, "2027-03-08T15:00:00Z")).containsExactly("email");
        assertThat(remindersUntil(id, "2027-03-12T15:00:00Z")).containsExactly("email", "email");
        assertThat(remindersUntil(id, "2027-03-14T14:00:00Z")).containsExactly("email", "email", "email", "sms");
        assertThat(remindersUntil(id, "2027-03-15T11:00:00Z")).containsExactly("email", "email", "email", "sms", "sms");
    }

    @Test
    void remindsAtTheSameWallClockTimeAcrossTheChangeToSummerTime() {
        // New York changes on 14 March 2027; a visit at 10:00 EDT is reminded at 10:00 EST a week before.
        var id = book();
        assertThat(remindersUntil(id, "2027-03-08T14:59:59Z")).isEmpty();
        assertThat(remindersUntil(id, "2027-03-08T15:00:00Z")).hasSize(1);
    }

    @Test
    void sendsNoReminderToWhoWantsNone() {
        var booking = visits.book(practice, practice.visit(), START, form -> {
            form.put("preferredChannel", "none");
            return form;
        });
        assertThat(remindersUntil(booking.appointmentId(), "2027-03-15T13:00:00Z"))
                .isEmpty();
    }

    @Test
    void opensCheckInOnTheDayOfTheVisit() {
        var id = book();
        at("2027-03-15T03:59:59Z", id);
        assertThat(tasks(id)).isEmpty();
        at("2027-03-15T04:00:00Z", id);
        assertThat(tasks(id)).containsExactly("Task_CheckInPatient");
    }

    @Test
    void leadsFromCheckInToTheRecordedVisit() {
        var id = book();
        at("2027-03-15T13:50:00Z", id);
        in(() -> desk.checkIn(id, RECEPTION));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(tasks(id)).containsExactly("Task_RecordVisit");

        in(() -> desk.begin(id, RECEPTION));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.IN_PROGRESS);

        in(() -> desk.recordVisit(
                id, Map.of("visitOutcome", "as_planned", "visitNote", "Range of motion better"), RECEPTION));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.COMPLETED);
        assertThat(ended(id)).isTrue();
        assertThat(in(() -> desk.details(id, PRACTITIONER)).visitNote()).isEqualTo("Range of motion better");
        assertThat(details(id).visitNote()).isNull();
    }

    @Test
    void refusesAVisitRecordWithoutOutcome() {
        var id = book();
        at("2027-03-15T13:50:00Z", id);
        in(() -> desk.checkIn(id, RECEPTION));
        assertThatThrownBy(() -> in(() -> desk.recordVisit(id, Map.of("visitNote", "x"), RECEPTION)))
                .isInstanceOf(InvalidFormException.class);
        assertThat(tasks(id)).containsExactly("Task_RecordVisit");
    }

    @Test
    void asksForNoShowAfterTheGraceTimeAndChargesByPolicy() {
        var id = book();
        at("2027-03-15T14:15:00Z", id);
        assertThat(tasks(id)).containsExactly("Task_ConfirmNoShow");

        in(() -> desk.confirmNoShow(id, RECEPTION));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.NO_SHOW);
        assertThat(appointment(id).feeMinor()).isEqualTo(8000);
        assertThat(details(id).feeDecision()).contains("Rule_NoShow").contains("CancellationPolicyDecision");
        assertThat(ended(id)).isTrue();
    }

    @Test
    void checksInWhoComesLate() {
        var id = book();
        at("2027-03-15T14:15:00Z", id);
        in(() -> desk.checkIn(id, RECEPTION));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(tasks(id)).containsExactly("Task_RecordVisit");
    }

    @Test
    void waitsForApprovalWhereTheServiceAsksForIt() {
        var id = request();
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(sent(id)).containsExactly("appointment-requested email");
        assertThat(tasks(id)).containsExactly("Task_ApproveBooking");

        in(() -> desk.decideApproval(id, Map.of("approval", "approved"), RECEPTION));
        jobs.runDue(instance(id));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(sent(id)).contains("appointment-confirmed email", "appointment-confirmed sms");
    }

    @Test
    void freesTheTimeOfADeclinedRequest() {
        var id = request();
        in(() -> desk.decideApproval(id, Map.of("approval", "declined", "declineReason", "not_available"), RECEPTION));
        jobs.runDue(instance(id));
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.REJECTED);
        assertThat(sent(id)).contains("appointment-declined email");
        assertThat(ended(id)).isTrue();
        assertThat(book()).isNotNull();
    }

    @Test
    void letsARequestExpireThatNobodyApproves() {
        var id = request();
        at("2027-03-02T15:00:00Z", id);
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.REJECTED);
        assertThat(appointment(id).cancelledBy()).isEqualTo("deadline");
        assertThat(sent(id)).contains("appointment-request-expired email");
        assertThat(ended(id)).isTrue();
    }

    @Test
    void asksForApprovalAnewWhenTheRequestIsMoved() {
        var id = request();
        move(id, START.plusSeconds(3600));
        assertThat(tasks(id)).containsExactly("Task_ApproveBooking");
        assertThat(appointment(id).status()).isEqualTo(AppointmentStatus.REQUESTED);
    }

    @Test
    void keepsOneInstanceWhenTheVisitIsMovedAndPlansRemindersAnew() {
        var id = book();
        var instance = instance(id);
        move(id, START.plusSeconds(24 * 3600));
        jobs.runDue(instance);

        assertThat(instance(id)).isEqualTo(instance);
        assertThat(appointment(id).inviteSequence()).isEqualTo(1);
        assertThat(sent(id)).contains("appointment-rescheduled email", "appointment-rescheduled sms");
        assertThat(remindersUntil(id, "2027-03-08T15:00:00Z")).isEmpty();
        assertThat(remindersUntil(id, "2027-03-09T15:00:00Z")).containsExactly("email");
    }

    @Test
    void remindsAgainOfTheNewTimeWhenAVisitIsMovedAfterAReminder() {
        var id = book();
        assertThat(remindersUntil(id, "2027-03-08T15:00:00Z")).hasSize(1);
        move(id, START.plusSeconds(5 * 24 * 3600));
        assertThat(remindersUntil(id, "2027-03-13T15:00:00Z")).hasSize(2);
    }

    @Test
    void sendsNothingMoreAfterCancellation() {
        var id = book();
        cancel(id);
        jobs.runDue(instance(id));
        assertThat(sent(id)).contains("appointment-cancelled email", "appointment-cancelled sms");
        assertThat(ended(id)).isTrue();
        assertThat(remindersUntil(id, "2027-03-15T14:00:00Z")).isEmpty();
    }

    @Test
    void sendsNoConfirmationThatACancellationOvertook() {
        var id = visits.book(practice, practice.visit(), START).appointmentId();
        cancel(id);
        jobs.runDue(instance(id));
        assertThat(sent(id)).containsExactlyInAnyOrder("appointment-cancelled email", "appointment-cancelled sms");
    }

    @Test
    void chargesNothingForCancellingExactlyAtTheLimit() {
        var id = book();
        at("2027-03-14T14:00:00Z", id);
        cancel(id);
        assertThat(appointment(id).feeMinor()).isZero();
        assertThat(details(id).feeDecision()).contains("Rule_InTime");
    }

    @Test
    void chargesHalfForCancellingAMinuteTooLate() {
        var id = book();
        at("2027-03-14T14:01:00Z", id);
        assertThat(in(() -> manage.previewFee(id)).minor()).isEqualTo(4000);
        cancel(id);
        assertThat(appointment(id).feeMinor()).isEqualTo(4000);
    }

    @Test
    void chargesNothingWhenTheClinicCancels() {
        var id = book();
        at("2027-03-15T13:00:00Z", id);
        in(() -> manage.cancel(id, null, Actor.clinic(RECEPTION.accountId(), RECEPTION.role())));
        assertThat(appointment(id).feeMinor()).isZero();
        assertThat(appointment(id).cancelledBy()).isEqualTo("clinic");
    }

    @Test
    void cancellingTwiceIsTheSameAsOnce() {
        var id = book();
        cancel(id);
        cancel(id);
        jobs.runDue(instance(id));
        assertThat(sent(id)).containsOnlyOnce("appointment-cancelled email");
    }

    @Test
    void refusesToCancelAVisitThatHasBegun() {
        var id = book();
        at("2027-03-15T13:50:00Z", id);
        in(() -> desk.checkIn(id, RECEPTION));
        assertThatThrownBy(() -> cancel(id))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("not_changeable"));
    }

    @Test
    void freesTheTimeOfACancelledVisit() {
        cancel(book());
        assertThat(book()).isNotNull();
    }

    private UUID book() {
        var id = visits.book(practice, practice.visit(), START).appointmentId();
        jobs.runDue(instance(id));
        return id;
    }

    private UUID request() {
        var id = visits.book(practice, practice.onRequest(), START).appointmentId();
        jobs.runDue(instance(id));
        return id;
    }

    private void at(String moment, UUID id) {
        time.moveTo(moment);
        jobs.runDue(instance(id));
    }

    private List<String> remindersUntil(UUID id, String moment) {
        at(moment, id);
        return log(id).stream()
                .filter(message -> message.template().equals("appointment-reminder"))
                .map(message -> message.channel().code())
                .sorted()
                .toList();
    }

    private void cancel(UUID id) {
        in(() -> manage.cancel(id, "Something came up", Actor.PATIENT));
    }

    private void move(UUID id, Instant start) {
        in(() -> manage.reschedule(id, start, null, Actor.PATIENT));
    }

    private Appointment appointment(UUID id) {
        return in(() -> appointments.find(id).orElseThrow());
    }

    private AppointmentDetails details(UUID id) {
        return in(() -> desk.details(id, RECEPTION));
    }

    private String instance(UUID id) {
        return appointment(id).processInstanceId();
    }

    private Set<String> tasks(UUID id) {
        return in(() -> processes.openTasks(List.of(instance(id)))).stream()
                .map(task -> task.activityId())
                .collect(toSet());
    }

    private boolean ended(UUID id) {
        return in(() -> processes.whereIs(instance(id))).isEmpty();
    }

    private List<LoggedMessage> log(UUID id) {
        return in(() -> messages.of("appointment", id));
    }

    private List<String> sent(UUID id) {
        return log(id).stream()
                .map(message -> message.template() + " " + message.channel().code())
                .toList();
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return scope.call(practice.clinic().id(), work);
    }

    private void in(Runnable work) {
        scope.run(practice.clinic().id(), work);
    }
}
