package org.carewright.billing.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.packages.SessionPackage.Status;
import org.carewright.messaging.MessageLog;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Packages of sessions from sale to expiry (BIL-5). */
@CarewrightTest
class PackageTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestVisits visits;

    @Autowired
    TestMoney money;

    @Autowired
    TestJobs jobs;

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

    private Payer payer;
    private Practice practice;
    private UUID patient;

    @BeforeEach
    void open() {
        time.moveToNoon("2027-03-01");
        payer = payers.open();
        practice = payer.practice();
        patient = payer.id();
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
            payer.in(() -> {
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

        payer.in(() -> packages.redeem(id, visit));
        payer.in(() -> packages.redeem(id, visit));

        assertThat(get(id).used()).isEqualTo(1);
    }

    @Test
    void aCompletedVisitUsesASessionInsteadOfBeingInvoiced() {
        var id = paid(1, 9_000);
        var covered = completed(0);
        var billed = completed(1);

        assertThat(get(id).left()).isZero();
        assertThat(payer.isInvoiced(covered)).isFalse();
        assertThat(payer.isInvoiced(billed)).isTrue();
    }

    @Test
    void aVisitCancelledInTimeGivesItsSessionBackAndALateOneDoesNot() {
        var booking = visits.book(practice, practice.visit(), Instant.parse("2027-03-15T14:00:00Z"));
        var late = visits.book(practice, practice.visit(), Instant.parse("2027-03-16T14:00:00Z"));
        patient = patientOf(booking.appointmentId());
        var id = paid(2, 9_000);
        payer.in(() -> packages.redeem(id, booking.appointmentId()));

        payer.in(() -> manage.cancel(booking.appointmentId(), null, Actor.PATIENT));

        assertThat(get(id).left()).isEqualTo(2);
        assertThat(money.balance(practice.clinic(), "revenue")).isZero();
        patient = patientOf(late.appointmentId());
        var other = paid(2, 9_000);
        payer.in(() -> packages.redeem(other, late.appointmentId()));
        time.moveTo("2027-03-16T13:00:00Z");
        payer.in(() -> manage.cancel(late.appointmentId(), null, Actor.PATIENT));
        assertThat(get(other).left()).isEqualTo(1);
    }

    @Test
    void tellsTwoWeeksAheadAndEarnsWhatIsLeftOnTheLastDay() {
        var id = paid(3, 9_000);
        redeem(id);
        assertThat(get(id).expiresOn()).isEqualTo("2027-05-30");
        time.moveToNoon("2027-05-15");
        jobs.runDue(instance(id));
        assertThat(payer.sent("package", id)).isEmpty();

        time.moveToNoon("2027-05-16");
        jobs.runDue(instance(id));
        assertThat(payer.sent("package", id)).containsExactly("package-expiring");

        time.moveToNoon("2027-05-30");
        redeem(id);
        jobs.runDue(instance(id));
        assertThat(get(id).status()).isEqualTo(Status.ACTIVE);
        var process = instance(id);
        time.moveToNoon("2027-05-31");
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
        time.moveToNoon("2027-05-16");
        jobs.runDue(instance(id));

        assertThat(messagesSent(id)).isZero();
    }

    @Test
    void aPackageWhosePriceWasCreditedCannotBeUsedAnyMore() {
        var id = paid(3, 9_000);
        redeem(id);

        payer.in(() -> invoiceLedger.credit(get(id).invoiceId(), 9_000, null));

        assertNotUsable(id);
        assertThat(money.balance(practice.clinic(), "revenue")).isZero();
        assertThat(money.balance(practice.clinic(), "package")).isZero();
    }

    @Test
    void aPackageThatIsNeverPaidEndsWithItsInvoice() {
        var cancelled = sell(3, 9_000);
        var writtenOff = sell(3, 9_000);

        payer.in(() -> invoices.cancel(get(cancelled).invoiceId()));
        payer.in(() -> invoiceLedger.writeOff(get(writtenOff).invoiceId()));

        assertThat(get(cancelled).status()).isEqualTo(Status.CANCELLED);
        assertThat(get(writtenOff).status()).isEqualTo(Status.CANCELLED);
        assertThat(money.balance(practice.clinic(), "package")).isZero();
        assertThat(money.balance(practice.clinic(), null)).isZero();
    }

    private UUID patientOf(UUID visit) {
        return payer.in(() -> appointments.find(visit).orElseThrow().patientId());
    }

    private UUID sell(int sessions, long price) {
        return payer.in(() -> packages.sell(
                new NewPackage(patient, "Sessions", practice.visit(), sessions, Money.of(price, "USD"), 90)));
    }

    private UUID paid(int sessions, long price) {
        var id = sell(sessions, price);
        money.cash(practice.clinic(), get(id).invoiceId(), price);
        return id;
    }

    private void redeem(UUID id) {
        var visit = visit(get(id).used());
        payer.in(() -> packages.redeem(id, visit));
    }

    private void assertNotUsable(UUID id) {
        var visit = visit(50);
        assertThatThrownBy(() -> payer.in(() -> packages.redeem(id, visit)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("package_not_usable"));
    }

    private UUID visit(int number) {
        return payer.visit(Instant.parse("2027-04-01T14:00:00Z").plusSeconds(number * 7_200L));
    }

    private UUID completed(int number) {
        var visit = visit(number);
        payer.complete(visit);
        return visit;
    }

    private SessionPackage get(UUID id) {
        return payer.in(() -> packages.get(id));
    }

    private long messagesSent(UUID id) {
        return payer.in(() -> messages.of("package", id)).stream()
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
}
