package org.carewright.billing.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.packages.SessionPackage.Status;
import org.carewright.messaging.LoggedMessage;
import org.carewright.messaging.MessageLog;
import org.carewright.scheduling.AppointmentCompleted;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Packages of sessions from sale to expiry (BIL-5). */
@CarewrightTest
class PackageTests {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestRuns runs;

    @Autowired
    Packages packages;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    ManageBookingService manage;

    @Autowired
    AppointmentService appointments;

    @Autowired
    MessageLog messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ApplicationEventPublisher events;

    private Practice practice;
    private UUID patient;

    @BeforeEach
    void open() {
        moveTo("2027-03-01");
        practice = visits.open(ZONE, null);
        patient = runs.reachablePatient(practice);
    }

    @Test
    void sessionsEarnEqualSharesAndTheLastOneTheRest() {
        var id = paid(3, 10_000);
        assertThat(money.balance(practice.clinic(), "package")).isEqualTo(-10_000);
        assertThat(money.balance(practice.clinic(), "revenue")).isZero();

        redeem(id);
        assertThat(money.balance(practice.clinic(), "revenue")).isEqualTo(-3_333);
        redeem(id);
        assertThat(money.balance(practice.clinic(), "revenue")).isEqualTo(-6_666);
        redeem(id);

        assertThat(money.balance(practice.clinic(), "revenue")).isEqualTo(-10_000);
        assertThat(money.balance(practice.clinic(), "package")).isZero();
        assertNotUsable(id);
    }

    @Test
    void anUnpaidPackageCannotBeUsed() {
        var id = sell(3, 10_000);

        assertNotUsable(id);
        assertThat(get(id).status()).isEqualTo(Status.ORDERED);
    }

    @Test
    void ofTwoWhoWantTheLastSessionAtOnceOneGetsIt() throws Exception {
        var id = paid(1, 5_000);
        var wanted = new ArrayList<UUID>();
        for (var n = 0; n < 8; n++) {
            wanted.add(visit(n));
        }
        var next = wanted.iterator();

        var got = Simultaneously.run(8, ProblemException.class, () -> {
            UUID visit;
            synchronized (wanted) {
                visit = next.next();
            }
            scheduling.in(practice.clinic(), () -> {
                packages.redeem(id, visit);
                return null;
            });
            return visit;
        });

        assertThat(got.stream().filter(Objects::nonNull)).hasSize(1);
        assertThat(get(id).used()).isEqualTo(1);
        assertThat(money.balance(practice.clinic(), "revenue")).isEqualTo(-5_000);
    }

    @Test
    void aVisitUsesOneSessionHoweverOftenItIsAsked() {
        var id = paid(3, 9_000);
        var visit = visit(0);

        run(() -> packages.redeem(id, visit));
        run(() -> packages.redeem(id, visit));

        assertThat(get(id).used()).isEqualTo(1);
    }

    @Test
    void aCompletedVisitUsesASessionInsteadOfBeingInvoiced() {
        var id = paid(1, 9_000);
        var covered = completed(0);
        var billed = completed(1);

        assertThat(get(id).left()).isZero();
        assertThat(invoiceOf(covered)).isEmpty();
        assertThat(invoiceOf(billed)).isPresent();
    }

    @Test
    void aVisitCancelledInTimeGivesItsSessionBackAndALateOneDoesNot() {
        var booking = visits.book(practice, practice.visit(), Instant.parse("2027-03-15T14:00:00Z"));
        var late = visits.book(practice, practice.visit(), Instant.parse("2027-03-16T14:00:00Z"));
        patient = patientOf(booking.appointmentId());
        var id = paid(2, 9_000);
        run(() -> packages.redeem(id, booking.appointmentId()));

        run(() -> manage.cancel(booking.appointmentId(), null, Actor.PATIENT));

        assertThat(get(id).left()).isEqualTo(2);
        assertThat(money.balance(practice.clinic(), "revenue")).isZero();
        patient = patientOf(late.appointmentId());
        var other = paid(2, 9_000);
        run(() -> packages.redeem(other, late.appointmentId()));
        time.moveTo("2027-03-16T13:00:00Z");
        run(() -> manage.cancel(late.appointmentId(), null, Actor.PATIENT));
        assertThat(get(other).left()).isEqualTo(1);
    }

    @Test
    void tellsTwoWeeksAheadAndEarnsWhatIsLeftOnTheLastDay() {
        var id = paid(3, 9_000);
        redeem(id);
        assertThat(get(id).expiresOn()).isEqualTo("2027-05-30");
        moveTo("2027-05-15");
        jobs.runDue(instance(id));
        assertThat(sent(id)).isEmpty();

        moveTo("2027-05-16");
        jobs.runDue(instance(id));
        assertThat(sent(id)).containsExactly("package-expiring");

        moveTo("2027-05-30");
        redeem(id);
        jobs.runDue(instance(id));
        assertThat(get(id).status()).isEqualTo(Status.ACTIVE);
        var process = instance(id);
        moveTo("2027-05-31");
        assertNotUsable(id);
        jobs.runDueTwice(process);
        assertThat(get(id).status()).isEqualTo(Status.EXPIRED);
        assertThat(money.balance(practice.clinic(), "revenue")).isEqualTo(-9_000);
        assertThat(money.balance(practice.clinic(), null)).isZero();
    }

    @Test
    void nobodyIsToldOfAPackageThatIsUsedUp() {
        var id = paid(1, 9_000);
        redeem(id);
        moveTo("2027-05-16");
        jobs.runDue(instance(id));

        assertThat(messagesSent(id)).isZero();
    }

    @Test
    void aPackageWhosePriceWasCreditedCannotBeUsedAnyMore() {
        var id = paid(3, 9_000);
        redeem(id);

        run(() -> invoiceLedger.credit(get(id).invoiceId(), 9_000, null));

        assertNotUsable(id);
        assertThat(money.balance(practice.clinic(), "revenue")).isZero();
        assertThat(money.balance(practice.clinic(), "package")).isZero();
    }

    @Test
    void aPackageThatIsNeverPaidEndsWithItsInvoice() {
        var cancelled = sell(3, 9_000);
        var writtenOff = sell(3, 9_000);

        run(() -> invoices.cancel(get(cancelled).invoiceId()));
        run(() -> invoiceLedger.writeOff(get(writtenOff).invoiceId()));

        assertThat(get(cancelled).status()).isEqualTo(Status.CANCELLED);
        assertThat(get(writtenOff).status()).isEqualTo(Status.CANCELLED);
        assertThat(money.balance(practice.clinic(), "package")).isZero();
        assertThat(money.balance(practice.clinic(), null)).isZero();
    }

    private UUID patientOf(UUID visit) {
        return scheduling.in(
                practice.clinic(), () -> appointments.find(visit).orElseThrow().patientId());
    }

    private UUID sell(int sessions, long price) {
        return scheduling.in(
                practice.clinic(),
                () -> packages.sell(
                        new NewPackage(patient, "Sessions", practice.visit(), sessions, Money.of(price, "USD"), 90)));
    }

    private UUID paid(int sessions, long price) {
        var id = sell(sessions, price);
        money.cash(practice.clinic(), get(id).invoiceId(), price);
        return id;
    }

    private void redeem(UUID id) {
        var visit = visit(get(id).used());
        run(() -> packages.redeem(id, visit));
    }

    private void assertNotUsable(UUID id) {
        var visit = visit(50);
        assertThatThrownBy(() -> run(() -> packages.redeem(id, visit)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("package_not_usable"));
    }

    private UUID visit(int number) {
        return scheduling.appointment(
                practice.clinic(),
                patient,
                practice.visit(),
                practice.practitioner(),
                Instant.parse("2027-04-01T14:00:00Z").plusSeconds(number * 7_200L));
    }

    private UUID completed(int number) {
        var visit = visit(number);
        var now = Instant.parse("2027-03-01T17:00:00Z");
        run(() -> events.publishEvent(new AppointmentCompleted(
                practice.clinic().id(),
                visit,
                patient,
                practice.visit(),
                practice.practitioner(),
                Money.of(8_000, "USD"),
                "as_planned",
                now,
                now)));
        return visit;
    }

    private java.util.Optional<UUID> invoiceOf(UUID visit) {
        return scheduling.in(practice.clinic(), () -> invoices.of(new InvoiceSource(Kind.APPOINTMENT, visit)));
    }

    private SessionPackage get(UUID id) {
        return scheduling.in(practice.clinic(), () -> packages.get(id));
    }

    private java.util.List<String> sent(UUID id) {
        return scheduling.in(practice.clinic(), () -> messages.of("package", id)).stream()
                .map(LoggedMessage::template)
                .toList();
    }

    private long messagesSent(UUID id) {
        return scheduling.in(practice.clinic(), () -> messages.of("package", id)).stream()
                .filter(message -> message.providerRef() != null)
                .count();
    }

    private String instance(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PackageVariables.PROCESS_ID)
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
    }

    private void run(Runnable work) {
        scheduling.in(practice.clinic(), () -> {
            work.run();
            return null;
        });
    }

    /** Noon in the clinic's zone. */
    private void moveTo(String day) {
        time.moveTo(LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant());
    }
}
