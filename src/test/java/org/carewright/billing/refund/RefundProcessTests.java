package org.carewright.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.carewright.billing.payment.Payment;
import org.carewright.integrations.sandbox.SandboxFault;
import org.carewright.messaging.MessageLog;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.Simultaneously;
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

/** Every path of {@code RefundProcess}; refunds of cash by hand, others through the Razorpay sandbox. */
@CarewrightTest
class RefundProcessTests {

    private static final UUID ASKS = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestRuns runs;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Refunds refunds;

    @Autowired
    RefundRuns refundRuns;

    @Autowired
    RefundRunMapper instances;

    @Autowired
    Processes processes;

    @Autowired
    MessageLog messages;

    @Autowired
    ManagementService management;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
    }

    @Test
    void paysCashOutByHandAfterOneApproval() {
        var cash = cash(10_000);
        var id = request(cash.id(), 4000);
        assertThat(where(id)).containsExactly("Task_ApproveRefund");
        as(FIRST, id, "Task_ApproveRefund", Map.of("refundVerdict", "approved"));
        assertThat(where(id)).containsExactly("Task_PayOutRefund");
        assertThat(money.balance(clinic, "refund_due")).isEqualTo(-4000);
        as(FIRST, id, "Task_PayOutRefund", Map.of("payOut", "paid", "payOutMethod", "cash"));
        jobs.runDue(instance(id));

        assertThat(status(id)).isEqualTo(RefundStatus.ISSUED);
        assertThat(money.balance(clinic, "money")).isEqualTo(6000);
        assertThat(money.balance(clinic, null)).isZero();
        assertThat(payer.in(() -> messages.of("refund", id))).hasSize(1);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void refusesAnApprovalByThePersonWhoAsked() {
        var id = request(cash(10_000).id(), 10_000);

        assertThatThrownBy(() -> as(ASKS, id, "Task_ApproveRefund", Map.of("refundVerdict", "approved")))
                .hasStackTraceContaining("own_refund");
        assertThat(status(id)).isEqualTo(RefundStatus.REQUESTED);
        assertThat(where(id)).containsExactly("Task_ApproveRefund");
    }

    @Test
    void needsTwoOthersForALargeAmount() {
        var id = request(cash(60_000).id(), 50_000);
        as(FIRST, id, "Task_ApproveRefund", Map.of("refundVerdict", "approved"));
        assertThat(status(id)).isEqualTo(RefundStatus.REQUESTED);
        assertThatThrownBy(() -> as(FIRST, id, "Task_ConfirmRefund", Map.of("refundVerdict", "approved")))
                .hasStackTraceContaining("same_approver");
        assertThatThrownBy(() -> as(ASKS, id, "Task_ConfirmRefund", Map.of("refundVerdict", "approved")))
                .hasStackTraceContaining("own_refund");
        as(SECOND, id, "Task_ConfirmRefund", Map.of("refundVerdict", "approved"));

        assertThat(status(id)).isEqualTo(RefundStatus.ISSUING);
    }

    @Test
    void endsWhenTheSecondRefuses() {
        var id = request(cash(60_000).id(), 50_000);
        as(FIRST, id, "Task_ApproveRefund", Map.of("refundVerdict", "approved"));
        as(SECOND, id, "Task_ConfirmRefund", Map.of("refundVerdict", "refused"));

        assertThat(status(id)).isEqualTo(RefundStatus.REFUSED);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void letsAManagerGiveBackASmallAmountAlone() {
        var id = request(cash(10_000).id(), 5000 - 1000);
        assertThat(where(id)).containsExactly("Task_ApproveRefund");

        var small = payer.in(() -> {
            var result = new UUID[1];
            runs.as(
                    clinic,
                    ASKS,
                    () -> result[0] = refundRuns.request(cash(10_000).id(), 5000, RefundReason.GOODWILL, null));
            return result[0];
        });
        assertThat(where(small)).containsExactly("Task_PayOutRefund");
    }

    @Test
    void givesNothingBackThatIsRefused() {
        var id = request(cash(10_000).id(), 10_000);
        as(FIRST, id, "Task_ApproveRefund", Map.of("refundVerdict", "refused"));

        assertThat(status(id)).isEqualTo(RefundStatus.REFUSED);
        assertThat(money.balance(clinic, "money")).isEqualTo(10_000);
        assertThat(where(id)).isEmpty();
    }

    @Test
    void neverGivesBackMoreThanWasPaidWhenTwoAskAtOnce() throws Exception {
        var payment = cash(10_000).id();
        var asked = Simultaneously.run(
                6,
                ProblemException.class,
                () -> payer.in(() -> refundRuns.request(payment, 6000, RefundReason.GOODWILL, null)));

        assertThat(asked.stream().filter(Objects::nonNull)).hasSize(1);
        assertThat(payer.in(() -> refunds.refundable(payment))).isEqualTo(4000);
    }

    @Test
    void offersAnotherWayWhenItCannotBePaidOut() {
        var id = approved(cash(10_000).id(), 10_000);
        as(FIRST, id, "Task_PayOutRefund", Map.of("payOut", "not_possible"));
        assertThat(status(id)).isEqualTo(RefundStatus.FAILED);
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-10_000);
        as(FIRST, id, "Task_ResolveRefund", Map.of("resolution", "credit"));

        assertThat(where(id)).isEmpty();
    }

    @Test
    void givesBackThroughTheProviderItCameFrom() {
        var payment = paidAtRazorpay(150_000);
        var id = approved(payment, 50_000);
        jobs.runDue(instance(id));

        assertThat(status(id)).isEqualTo(RefundStatus.ISSUED);
        assertThat(money.balance(clinic, "money")).isEqualTo(100_000);
        assertThat(money.balance(clinic, "refund_due")).isZero();
        assertThat(where(id)).isEmpty();
    }

    @Test
    void asksTheProviderOnceThoughTheJobRunsTwice() {
        var payment = paidAtRazorpay(150_000);
        var id = approved(payment, 50_000);
        var job = jobs.due(instance(id)).get(0);
        sandbox.fault("razorpay", SandboxFault.Kind.STATUS, 502);
        assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
        management.executeJob(job.getId());
        jobs.runDue(instance(id));

        assertThat(status(id)).isEqualTo(RefundStatus.ISSUED);
        assertThat(money.balance(clinic, "money")).isEqualTo(100_000);
    }

    @Test
    void becomesAnIncidentWhenTheProviderNeverAnswers() {
        var payment = paidAtRazorpay(150_000);
        var id = approved(payment, 50_000);
        sandbox.fault("razorpay", SandboxFault.Kind.STATUS, 429, 60);
        runs.failUntilIncident(instance(id));
        assertThat(runs.incidents(instance(id))).isEqualTo(1);
        assertThat(status(id)).isEqualTo(RefundStatus.ISSUING);
        sandbox.clearFaults();
        runs.retry(instance(id));
        jobs.runDue(instance(id));

        assertThat(status(id)).isEqualTo(RefundStatus.ISSUED);
    }

    @Test
    void paysOutByHandWhatTheProviderRefuses() {
        var id = waitingAtProvider();
        paid.receive(paid.event(clinic, "refund_failed", "razorpay", id, "rfnd_x", null, false));
        paid.applyAll(clinic);
        jobs.runDue(instance(id));
        assertThat(status(id)).isEqualTo(RefundStatus.FAILED);
        assertThat(where(id)).containsExactly("Task_ResolveRefund");
        as(FIRST, id, "Task_ResolveRefund", Map.of("resolution", "by_hand"));
        as(FIRST, id, "Task_PayOutRefund", Map.of("payOut", "paid", "payOutMethod", "bank_transfer"));

        assertThat(money.balance(clinic, "refund_due")).isZero();
        assertThat(money.balance(clinic, "money")).isEqualTo(100_000);
    }

    /** As if the provider had taken the refund and said no more: the amount is set aside, its job not run yet. */
    private UUID waitingAtProvider() {
        return approved(paidAtRazorpay(150_000), 50_000);
    }

    private UUID paidAtRazorpay(long paise) {
        var invoice = paid.invoice(clinic, patient, paise);
        var payment = paid.paidAtRazorpay(clinic, invoice, paise);
        paid.told(clinic, payment);
        return payment;
    }

    private Payment cash(long minor) {
        return money.cash(clinic, money.issued(clinic, patient, minor), minor);
    }

    private UUID approved(UUID payment, long minor) {
        var id = request(payment, minor);
        as(FIRST, id, "Task_ApproveRefund", Map.of("refundVerdict", "approved"));
        if (where(id).contains("Task_ConfirmRefund")) {
            as(SECOND, id, "Task_ConfirmRefund", Map.of("refundVerdict", "approved"));
        }
        return id;
    }

    /** Asked for by somebody of billing, who is no manager. */
    private UUID request(UUID payment, long minor) {
        return payer.in(() -> {
            var result = new UUID[1];
            runs.asBilling(
                    clinic,
                    ASKS,
                    () -> result[0] = refundRuns.request(payment, minor, RefundReason.GOODWILL, "Not content"));
            return result[0];
        });
    }

    private void as(UUID account, UUID id, String task, Map<String, Object> values) {
        payer.in(() -> {
            runs.as(clinic, account, () -> runs.complete(instance(id), task, values));
            return true;
        });
    }

    private RefundStatus status(UUID id) {
        return payer.in(() -> refunds.get(id)).status();
    }

    private String instance(UUID id) {
        return payer.in(() -> instances.instanceOf(id));
    }

    private List<String> where(UUID id) {
        return payer.in(() -> processes.whereIs(instance(id))).stream()
                .map(ActiveStep::elementId)
                .toList();
    }
}
