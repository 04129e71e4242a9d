package org.carewright.billing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.messaging.MessageLog;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestRuns;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path, timer and ending of {@code InvoiceProcess}; messages go through the sandbox providers. */
@CarewrightTest
class InvoiceProcessTests {

    /** Noon in New York; invoices are due after 14 days, at the end of 15 March. */
    private static final Instant NOW = Instant.parse("2027-03-01T17:00:00Z");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestMoney money;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestRuns runs;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    InvoiceRuns invoiceRuns;

    @Autowired
    Dunning dunning;

    @Autowired
    Processes processes;

    @Autowired
    MessageLog messages;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        time.moveTo(NOW);
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
    }

    @Test
    void issuesAndSendsADraftThatNeedsNoReview() {
        var id = begun(8000);

        assertThat(status(id)).isEqualTo(InvoiceStatus.SENT);
        assertThat(sent(id)).containsExactly("invoice-issued email");
        assertThat(where(id)).containsExactly("Event_DueDayOver");
    }

    @Test
    void asksForReviewOfALargeAmount() {
        var id = begun(100_000);

        assertThat(status(id)).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(where(id)).containsExactly("Task_ReviewInvoice");
        complete(id, "Task_ReviewInvoice", Map.of("reviewVerdict", "issue"));
        assertThat(status(id)).isEqualTo(InvoiceStatus.SENT);
    }

    @Test
    void issuesAnAmountJustBelowTheLimitWithoutReview() {
        assertThat(status(begun(99_900))).isEqualTo(InvoiceStatus.SENT);
    }

    @Test
    void asksForReviewOfALargeDiscountAndOfNothingToPay() {
        var discounted = begun(List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, 10_000, 3_100)));
        var nothing = begun(List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, 10_000, 10_000)));
        var usual = begun(List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, 10_000, 3_000)));

        assertThat(where(discounted)).containsExactly("Task_ReviewInvoice");
        assertThat(where(nothing)).containsExactly("Task_ReviewInvoice");
        assertThat(status(usual)).isEqualTo(InvoiceStatus.SENT);
    }

    @Test
    void endsAtOnceWhenNothingIsToBePaid() {
        var id = begun(List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, 10_000, 10_000)));
        complete(id, "Task_ReviewInvoice", Map.of("reviewVerdict", "issue"));

        assertThat(status(id)).isEqualTo(InvoiceStatus.PAID);
        assertThat(where(id)).isEmpty();
        assertThat(sent(id)).isEmpty();
    }

    @Test
    void givesUpADraftThatTheReviewRefuses() {
        var id = begun(100_000);
        complete(id, "Task_ReviewInvoice", Map.of("reviewVerdict", "discard"));

        assertThat(status(id)).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void endsTheReviewOfADraftThatIsCancelledMeanwhile() {
        var id = begun(100_000);
        payer.in(() -> invoices.cancel(id));

        assertThat(where(id)).isEmpty();
    }

    @Test
    void issuesNothingThatWasCancelledBeforeItsJobRan() {
        var id = money.draft(clinic, patient, 8000);
        payer.in(() -> invoiceRuns.begin(id));
        payer.in(() -> invoices.cancel(id));
        runDue(id);

        assertThat(status(id)).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void beginsOnceHoweverOftenItIsAskedFor() {
        var id = begun(8000);
        var instance = instance(id);
        payer.in(() -> invoiceRuns.begin(id));

        assertThat(instance(id)).isEqualTo(instance);
    }

    @Test
    void sendsAReceiptAndEndsWhenPaid() {
        var id = begun(8000);
        var payment = money.cash(clinic, id, 8000);
        runDue(id);

        assertThat(status(id)).isEqualTo(InvoiceStatus.PAID);
        assertThat(receipts(payment.id())).containsExactly("payment-receipt email");
        assertThat(where(id)).isEmpty();
    }

    @Test
    void sendsAReceiptForAPartAndGoesOnCollectingTheRest() {
        var id = begun(8000);
        var first = money.cash(clinic, id, 3000);
        runDue(id);
        assertThat(receipts(first.id())).hasSize(1);
        assertThat(where(id)).containsExactly("Event_DueDayOver");

        var second = money.cash(clinic, id, 5000);
        runDue(id);
        assertThat(receipts(first.id())).hasSize(1);
        assertThat(receipts(second.id())).hasSize(1);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void marksOverdueWhenTheDueDayIsOverByTheClinicsCalendar() {
        var id = begun(8000);
        at("2027-03-16T03:59:59Z", id);
        assertThat(status(id)).isEqualTo(InvoiceStatus.SENT);
        at("2027-03-16T04:00:00Z", id);
        assertThat(status(id)).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(sent(id)).doesNotContain("invoice-overdue email");
    }

    @Test
    void remindsStepByStepAsThePolicySays() {
        var id = begun(25_000);
        at("2027-03-16T04:00:00Z", id);
        at("2027-03-16T13:00:00Z", id);
        assertThat(steps(id)).containsExactly("email");
        at("2027-03-23T12:59:59Z", id);
        assertThat(steps(id)).hasSize(1);
        at("2027-03-23T13:00:00Z", id);
        at("2027-03-30T13:00:00Z", id);
        assertThat(steps(id)).containsExactly("email", "email", "sms");
        assertThat(sent(id))
                .containsExactlyInAnyOrder(
                        "invoice-issued email",
                        "invoice-overdue email",
                        "invoice-overdue email",
                        "invoice-overdue sms");
        at("2027-04-06T13:00:00Z", id);
        assertThat(where(id)).containsExactly("Task_ContactPatient");
    }

    @Test
    void onlyWritesForASmallAmount() {
        var id = begun(4900);
        overdueUntil("2027-04-06T13:00:00Z", id);

        assertThat(steps(id)).containsExactly("email", "email", "sms", "email");
    }

    @Test
    void writesNothingMoreOnceItIsPaid() {
        var id = begun(8000);
        overdueUntil("2027-03-23T13:00:00Z", id);
        money.cash(clinic, id, 8000);
        runDue(id);
        overdueUntil("2027-06-01T13:00:00Z", id);

        assertThat(steps(id)).hasSize(2);
        assertThat(where(id)).isEmpty();
        assertThat(sent(id))
                .filteredOn(text -> text.startsWith("invoice-overdue"))
                .hasSize(2);
    }

    @Test
    void takesTheContactTaskAwayWhenThePaymentComes() {
        var id = begun(8000);
        overdueUntil("2027-04-06T13:00:00Z", id);
        assertThat(where(id)).containsExactly("Task_ContactPatient");
        money.cash(clinic, id, 8000);
        runDue(id);

        assertThat(where(id)).isEmpty();
    }

    @Test
    void restsUntilThePromisedDayIsOver() {
        var id = begun(8000);
        overdueUntil("2027-04-06T13:00:00Z", id);
        complete(id, "Task_ContactPatient", Map.of("collectionOutcome", "promised", "promisedOn", "2027-04-25"));
        overdueUntil("2027-04-26T12:59:59Z", id);
        assertThat(steps(id)).hasSize(4);
        at("2027-04-26T13:00:00Z", id);
        assertThat(steps(id)).hasSize(5);
    }

    @Test
    void endsWhenHandedOverAndReceiptsWhatComesLater() {
        var id = begun(30_000);
        overdueUntil("2027-04-06T13:00:00Z", id);
        complete(id, "Task_ContactPatient", Map.of("collectionOutcome", "go_on"));
        overdueUntil("2027-04-30T13:00:00Z", id);
        assertThat(where(id)).containsExactly("Task_HandOver");
        complete(id, "Task_HandOver", Map.of("collectionOutcome", "handed_over"));
        assertThat(where(id)).isEmpty();
        assertThat(status(id)).isEqualTo(InvoiceStatus.OVERDUE);

        var payment = money.cash(clinic, id, 30_000);
        runDue(id);
        assertThat(receipts(payment.id())).hasSize(1);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void writesOffWhatTwoPeopleAgreeOn() {
        var id = begun(8000);
        payer.in(() -> runs.as(clinic, UUID.randomUUID(), () -> invoiceRuns.askWriteOff(id, null)));
        assertThat(where(id)).containsExactly("Task_ApproveWriteOff");
        payer.in(() -> runs.as(
                clinic,
                UUID.randomUUID(),
                () -> runs.complete(instance(id), "Task_ApproveWriteOff", Map.of("writeOffVerdict", "approved"))));

        assertThat(status(id)).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "write_off")).isEqualTo(8000);
        assertThat(money.balance(clinic, "receivable")).isZero();
        assertThat(where(id)).isEmpty();
    }

    @Test
    void refusesAWriteOffByThePersonWhoAskedForIt() {
        var id = begun(8000);
        var same = UUID.randomUUID();
        payer.in(() -> runs.as(clinic, same, () -> invoiceRuns.askWriteOff(id, null)));

        assertThatThrownBy(() -> payer.in(() -> runs.as(
                        clinic,
                        same,
                        () -> runs.complete(
                                instance(id), "Task_ApproveWriteOff", Map.of("writeOffVerdict", "approved")))))
                .hasStackTraceContaining("own_write_off");
        assertThat(status(id)).isEqualTo(InvoiceStatus.SENT);
        assertThat(where(id)).containsExactly("Task_ApproveWriteOff");
    }

    @Test
    void goesOnCollectingWhenTheWriteOffIsRefused() {
        var id = begun(8000);
        payer.in(() -> invoiceRuns.askWriteOff(id, null));
        complete(id, "Task_ApproveWriteOff", Map.of("writeOffVerdict", "refused"));
        overdueUntil("2027-03-16T13:00:00Z", id);

        assertThat(steps(id)).containsExactly("email");
    }

    @Test
    void takesTheWriteOffTaskAwayWhenThePaymentComes() {
        var id = begun(8000);
        payer.in(() -> invoiceRuns.askWriteOff(id, null));
        money.cash(clinic, id, 8000);
        runDue(id);

        assertThat(where(id)).isEmpty();
        assertThat(money.balance(clinic, "write_off")).isZero();
    }

    @Test
    void asksForAWriteOffFromTheContactTask() {
        var id = begun(8000);
        overdueUntil("2027-04-06T13:00:00Z", id);
        complete(id, "Task_ContactPatient", Map.of("collectionOutcome", "write_off"));

        assertThat(where(id)).containsExactly("Task_ApproveWriteOff");
    }

    @Test
    void refusesAWriteOffOfWhatIsPaid() {
        var id = begun(8000);
        money.cash(clinic, id, 8000);

        assertThatThrownBy(() -> payer.in(() -> invoiceRuns.askWriteOff(id, null)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("invoice_not_open"));
    }

    @Test
    void endsWithoutReceiptWhenTheInvoiceIsCancelledOrCredited() {
        var cancelled = begun(8000);
        payer.in(() -> invoices.cancel(cancelled));
        var credited = begun(8000);
        payer.in(() -> invoiceLedger.credit(credited, 8000, null));

        assertThat(where(cancelled)).isEmpty();
        assertThat(where(credited)).isEmpty();
    }

    @Test
    void becomesAnIncidentWhenTheMailKeepsFailingAndSendsOnceAfterwards() {
        var id = money.draft(clinic, patient, 8000);
        payer.in(() -> invoiceRuns.begin(id));
        runs.withMailDown(() -> runs.failUntilIncident(instance(id)));
        assertThat(runs.incidents(instance(id))).isEqualTo(1);
        assertThat(status(id)).isEqualTo(InvoiceStatus.SENT);
        runs.retry(instance(id));
        runDue(id);

        assertThat(sent(id)).containsExactly("invoice-issued email");
        assertThat(where(id)).containsExactly("Event_DueDayOver");
    }

    @Test
    void draftsTheInvoiceOfACompletedVisitOnce() {
        var visit = runs.completedVisit(clinic, patient, 8000);
        var id = payer.in(() -> invoices.of(new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, visit)))
                .orElseThrow();
        runDue(id);
        assertThat(status(id)).isEqualTo(InvoiceStatus.SENT);
        assertThat(money.invoice(clinic, id).totalMinor()).isEqualTo(8000);
    }

    @Test
    void makesNoInvoiceOfAVisitWithoutPrice() {
        var visit = runs.completedVisit(clinic, patient, 0);

        assertThat(payer.in(() -> invoices.of(new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, visit))))
                .isEmpty();
    }

    private UUID begun(long minor) {
        return begun(List.of(new InvoiceDraft.Line(null, "Visit", BigDecimal.ONE, minor, 0)));
    }

    private UUID begun(List<InvoiceDraft.Line> lines) {
        var id = payer.in(
                () -> invoices.draft(InvoiceDraft.of(patient, InvoiceSource.BY_HAND, TestMoney.DOLLARS, lines)));
        payer.in(() -> invoiceRuns.begin(id));
        runDue(id);
        return id;
    }

    private void at(String moment, UUID id) {
        time.moveTo(moment);
        runDue(id);
    }

    /** Lets the mornings pass at which steps fall due. */
    private void overdueUntil(String moment, UUID id) {
        var until = Instant.parse(moment);
        for (var day = Instant.parse("2027-03-16T13:00:00Z"); !day.isAfter(until); day = day.plusSeconds(86_400)) {
            at(day.toString(), id);
        }
        at(moment, id);
    }

    private void runDue(UUID id) {
        jobs.runDue(payer.in(() -> runs.lastInstanceOf(id)));
    }

    private String instance(UUID id) {
        return payer.in(() -> invoiceRuns.instanceOf(id));
    }

    private List<String> where(UUID id) {
        return payer.in(() -> processes.whereIs(runs.lastInstanceOf(id))).stream()
                .map(ActiveStep::elementId)
                .toList();
    }

    private InvoiceStatus status(UUID id) {
        return money.invoice(clinic, id).status();
    }

    private List<String> steps(UUID id) {
        return payer.in(() -> dunning.steps(id)).stream()
                .map(DunningStep::action)
                .toList();
    }

    private List<String> sent(UUID id) {
        return payer.in(() -> messages.of("invoice", id)).stream()
                .map(message -> message.template() + " " + message.channel().code())
                .toList();
    }

    private List<String> receipts(UUID payment) {
        return payer.in(() -> messages.of("payment", payment)).stream()
                .map(message -> message.template() + " " + message.channel().code())
                .toList();
    }

    private void complete(UUID id, String task, Map<String, Object> values) {
        payer.in(() -> runs.complete(instance(id), task, values));
        runDue(id);
    }
}
