package org.carewright.billing.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.refund.Refunds;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestRuns;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Disputes from the bank's word to its decision, in ledger, tasks and dunning. */
@CarewrightTest
class DisputeProcessTests {

    private static final Instant NOW = Instant.parse("2027-03-01T17:00:00Z");
    private static final Money FEE = Money.of(1_500, "INR");
    private static final long THIRD = 30_000;
    private static final Money PART = Money.of(60_000, "INR");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    TestRuns runs;

    @Autowired
    TestJobs jobs;

    @Autowired
    DisputeBook disputes;

    @Autowired
    Refunds refunds;

    @Autowired
    DisputeMapper rows;

    @Autowired
    InvoiceRuns invoiceRuns;

    @Autowired
    Processes processes;

    private final String paymentRef = "pay_" + UUID.randomUUID();
    private final String disputeRef = "dp_" + UUID.randomUUID();
    private Payer payer;
    private TestClinic clinic;
    private UUID invoice;
    private Payment payment;

    /** An invoice of 1500 rupees of which 600 were paid and taken back. */
    @BeforeEach
    void dispute() {
        time.moveTo(NOW);
        payer = payers.open();
        clinic = payer.clinic();
        invoice = paid.invoice(clinic, payer.id(), 150_000);
        payer.in(() -> invoiceRuns.begin(invoice));
        payment = paid.meant(clinic, invoice, PART.minor(), Gateway.UPI);
        paid.receive(event("payment_succeeded", paymentRef), event("dispute_opened", disputeRef));
        paid.applyAll(clinic);
    }

    @Test
    void keepsTheMoneyApartUntilItIsDecided() {
        assertThat(money.balance(clinic, "disputed")).isEqualTo(PART.minor());
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(90_000);
        assertThat(where()).containsExactly("Task_AnswerDispute");
    }

    @Test
    void bringsTheMoneyBackWhenWon() {
        answer("contested");
        assertThat(where()).containsExactly("Event_DisputeDecided");
        closed("dispute_won");

        assertThat(money.balance(clinic, "disputed")).isZero();
        assertThat(money.balance(clinic, "money")).isEqualTo(PART.minor());
        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(90_000);
        assertThat(where()).isEmpty();
    }

    @Test
    void makesTheInvoiceOwedAgainWhenLost() {
        answer("accepted");
        closed("dispute_lost");

        assertThat(money.balance(clinic, "disputed")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(150_000);
        assertThat(where()).isEmpty();
    }

    @Test
    void collectsAnInvoiceAnewThatWasPaidAndLost() {
        money.cashIn(clinic, invoice, Money.of(90_000, "INR"));
        jobs.runDue(runsInstance());
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
        closed("dispute_lost");

        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(PART.minor());
        assertThat(payer.in(() -> processes.whereIs(invoiceRuns.instanceOf(invoice))))
                .extracting(ActiveStep::elementId)
                .containsExactly("Event_DueDayOver");
    }

    @Test
    void takesTheTaskAwayWhenTheBankDecidesFirst() {
        closed("dispute_won");

        assertThat(where()).isEmpty();
    }

    @Test
    void hurriesAManagerTwoDaysBeforeTheEvidenceIsDue() {
        time.moveTo(NOW.plus(Duration.ofDays(5)).minusSeconds(1));
        jobs.runDue(instance());
        assertThat(where()).containsExactly("Task_AnswerDispute");
        time.moveTo(NOW.plus(Duration.ofDays(5)));
        jobs.runDue(instance());
        assertThat(where()).containsExactlyInAnyOrder("Task_AnswerDispute", "Task_HurryEvidence");
        closed("dispute_lost");

        assertThat(where()).isEmpty();
    }

    @Test
    void takesNoStepOfCollectionUntilItIsDecided() {
        time.moveTo("2027-03-16T04:00:00Z");
        jobs.runDue(runsInstance());
        time.moveTo("2027-03-16T13:00:00Z");
        jobs.runDue(runsInstance());
        assertThat(payer.in(() -> processes.whereIs(runsInstance())))
                .extracting(ActiveStep::elementId)
                .containsExactly("Event_DisputeClosed");
        closed("dispute_won");
        jobs.runDue(runsInstance());

        assertThat(payer.in(() -> processes.whereIs(runsInstance())))
                .extracting(ActiveStep::elementId)
                .containsExactly("Event_StepDue");
    }

    @Test
    void givesNothingBackThatTheBankHasTakenUnlessItIsWon() {
        assertThat(payer.in(() -> refunds.refundable(payment.id()))).isZero();
        closed("dispute_won");
        assertThat(payer.in(() -> refunds.refundable(payment.id()))).isEqualTo(PART.minor());
    }

    @Test
    void keepsTheAnswerWithWhoGaveIt() {
        answer("contested");

        assertThat(payer.in(() -> disputes.page(true, null, 10)))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.answer()).isEqualTo("contested"));
    }

    @Test
    void takesTheDayForEvidenceFromTheProvider() {
        var due = NOW.plus(Duration.ofDays(17));
        var other = told("dispute_opened", due, null);

        assertThat(payer.in(() -> rows.byRef("upi", other)).evidenceDueAt()).isEqualTo(due);
    }

    @Test
    void booksTheProvidersFeeOnceAndKeepsItWhenLost() {
        told("dispute_opened", null, FEE);
        tellAgain("dispute_opened", FEE);
        assertThat(money.balance(clinic, "provider_fee")).isEqualTo(FEE.minor());
        tellAgain("dispute_lost", FEE);
        tellAgain("dispute_lost", FEE);

        assertThat(money.balance(clinic, "provider_fee")).isEqualTo(FEE.minor());
        assertThat(money.balance(clinic, null)).isZero();
    }

    @Test
    void takesTheFeeBackWhenWonAsTheProviderTells() {
        told("dispute_opened", null, FEE);
        tellAgain("dispute_won", Money.of(0, "INR"));

        assertThat(money.balance(clinic, "provider_fee")).isZero();
        assertThat(money.balance(clinic, "money")).isEqualTo(THIRD);
    }

    @Test
    void takesTheFeeBackWhenWonAndTheProviderIsSilentOnIt() {
        told("dispute_opened", null, FEE);
        tellAgain("dispute_won", null);

        assertThat(money.balance(clinic, "provider_fee")).isZero();
    }

    @Test
    void keepsAFeeThatTheProviderKeepsThoughWon() {
        told("dispute_opened", null, FEE);
        tellAgain("dispute_won", FEE);

        assertThat(money.balance(clinic, "provider_fee")).isEqualTo(FEE.minor());
    }

    private String feeDispute;
    private Payment third;

    /** Another payment, of 300 rupees, that is taken back. @return the dispute's id at the provider */
    private String told(String kind, Instant due, Money fee) {
        third = paid.meant(clinic, invoice, THIRD, Gateway.UPI);
        feeDispute = "dp_" + UUID.randomUUID();
        paid.receive(paid.event(clinic, "payment_succeeded", third, "pay_" + third.id(), third.amount()));
        paid.receive(paid.dispute(clinic, kind, third, feeDispute, third.amount(), due, fee));
        paid.applyAll(clinic);
        return feeDispute;
    }

    private void tellAgain(String kind, Money fee) {
        paid.receive(paid.dispute(clinic, kind, third, feeDispute, third.amount(), null, fee));
        paid.applyAll(clinic);
    }

    private String runsInstance() {
        return payer.in(() -> runs.lastInstanceOf(invoice));
    }

    private void answer(String answer) {
        payer.in(() -> {
            runs.as(
                    clinic,
                    UUID.randomUUID(),
                    () -> runs.complete(instance(), "Task_AnswerDispute", Map.of("disputeAnswer", answer)));
            return true;
        });
    }

    private void closed(String kind) {
        paid.receive(event(kind, disputeRef));
        paid.applyAll(clinic);
    }

    private org.carewright.integrations.inbox.ProviderEvent event(String kind, String ref) {
        return paid.event(clinic, kind, payment, ref, PART);
    }

    private String instance() {
        return payer.in(() -> rows.byRef("upi", disputeRef)).processInstanceId();
    }

    private List<String> where() {
        return payer.in(() -> processes.whereIs(instance())).stream()
                .map(ActiveStep::elementId)
                .toList();
    }
}
