package org.carewright.billing.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestJobs;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code VisitFeeProcess} (SCH-9, BIL-7). */
@CarewrightTest
class VisitFeeProcessTests {

    private static final Staff RECEPTION = new Staff(UUID.randomUUID(), "receptionist");
    private static final String DECIDE = "Task_DecideVisitFee";

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestJobs jobs;

    @Autowired
    DeskService desk;

    @Autowired
    VisitFees fees;

    @Autowired
    Invoices invoices;

    @Autowired
    ManageBookingService manage;

    @Autowired
    AppointmentService appointments;

    @Autowired
    Processes processes;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ClinicScope scope;

    private Practice practice;

    @BeforeEach
    void openPractice() {
        time.moveTo("2027-03-01T15:00:00Z");
        practice = visits.open();
    }

    @Test
    void invoicesAMissedVisitAfterADayInWhichNobodyWaivedIt() {
        var visit = missed();
        assertThat(fee(visit).status()).isEqualTo(VisitFee.Status.DECIDED);
        assertThat(fee(visit).cause()).isEqualTo(VisitFee.Cause.NO_SHOW);

        time.moveTo("2027-03-16T14:14:59Z");
        jobs.runDue(instance(visit));
        assertThat(fee(visit).status()).isEqualTo(VisitFee.Status.DECIDED);

        time.moveTo("2027-03-16T14:15:00Z");
        jobs.runDue(instance(visit));
        assertThat(fee(visit).status()).isEqualTo(VisitFee.Status.INVOICED);
        var invoice = in(() -> invoices.get(fee(visit).invoiceId()));
        assertThat(invoice.total()).isEqualTo(Money.of(8_000, "USD"));
        assertThat(invoice.source()).isEqualTo(new InvoiceSource(InvoiceSource.Kind.FEE, visit));
        assertThat(invoice.lines().get(0).description()).contains("missed").contains("Mar 15, 2027");
        assertThat(open(visit)).isZero();
    }

    @Test
    void invoicesAtOnceWhatStaffDecideToCharge() {
        var visit = missed();

        complete(visit, Map.of("feeDecision", "charge"));

        assertThat(fee(visit).status()).isEqualTo(VisitFee.Status.INVOICED);
        assertThat(open(visit)).isZero();
    }

    @Test
    void invoicesNothingThatWasWaived() {
        var visit = missed();

        complete(visit, Map.of("feeDecision", "waive", "feeReason", "Was in hospital"));

        assertThat(fee(visit).status()).isEqualTo(VisitFee.Status.WAIVED);
        assertThat(in(() -> fees.invoice(visit))).isEmpty();
        assertThat(open(visit)).isZero();
    }

    @Test
    void waivesNothingWithoutAReason() {
        var visit = missed();

        assertThatThrownBy(() -> complete(visit, Map.of("feeDecision", "waive")))
                .isInstanceOf(InvalidFormException.class);

        assertThat(fee(visit).status()).isEqualTo(VisitFee.Status.DECIDED);
    }

    @Test
    void invoicesAFeeOnceHoweverOftenItIsAskedFor() {
        var visit = missed();

        var first = in(() -> fees.invoice(visit));
        var again = in(() -> fees.invoice(visit));

        assertThat(again).isEqualTo(first).isPresent();
    }

    @Test
    void asksTheFeeOfWhoCancelsLate() {
        var visit = book();
        time.moveTo("2027-03-15T13:00:00Z");

        in(() -> manage.cancel(visit, null, Actor.PATIENT));

        assertThat(fee(visit).cause()).isEqualTo(VisitFee.Cause.LATE_CANCELLATION);
        complete(visit, Map.of("feeDecision", "charge"));
        assertThat(in(() -> invoices.get(fee(visit).invoiceId())).lines().get(0).description())
                .contains("late cancellation");
    }

    @Test
    void asksNothingOfWhoCancelsInTime() {
        var visit = book();

        in(() -> manage.cancel(visit, null, Actor.PATIENT));

        assertThat(in(() -> fees.of(visit))).isEmpty();
        assertThat(open(visit)).isZero();
    }

    private UUID missed() {
        var visit = book();
        time.moveTo("2027-03-15T14:15:00Z");
        jobs.runDue(in(() -> appointments.find(visit).orElseThrow().processInstanceId()));
        in(() -> {
            desk.confirmNoShow(visit, RECEPTION);
            return null;
        });
        return visit;
    }

    private UUID book() {
        return visits.book(practice, practice.visit(), Instant.parse("2027-03-15T14:00:00Z"))
                .appointmentId();
    }

    private VisitFee fee(UUID visit) {
        return in(() -> fees.of(visit)).orElseThrow();
    }

    private void complete(UUID visit, Map<String, Object> values) {
        scheduling.in(practice.clinic(), () -> {
            processes.complete(processes.openTask(instance(visit), DECIDE).orElseThrow(), values);
            return null;
        });
    }

    private String instance(UUID visit) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(VisitFeeVariables.PROCESS_ID)
                .processInstanceBusinessKey(visit.toString())
                .singleResult()
                .getId();
    }

    private long open(UUID visit) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(VisitFeeVariables.PROCESS_ID)
                .processInstanceBusinessKey(visit.toString())
                .count();
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(practice.clinic().id(), work);
    }
}
