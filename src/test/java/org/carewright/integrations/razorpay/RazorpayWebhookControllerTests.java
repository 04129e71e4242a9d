package org.carewright.integrations.razorpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.sandbox.razorpay.RazorpayAttempt;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxAccount;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxAccounts;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop;
import org.carewright.integrations.sandbox.razorpay.RazorpayWebhooks;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class RazorpayWebhookControllerTests {

    private static final String PATH = "/api/v1/payments/webhook/razorpay";

    @Autowired
    RazorpayShop shop;

    @Autowired
    RazorpaySandboxAccounts sandboxAccounts;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    PaymentObjects objects;

    @Autowired
    PaymentGateways gateways;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestInbox inbox;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID clinicId;
    private UUID paymentId;
    private String orderRef;

    @BeforeEach
    void openOrder() {
        clinicId = clinics.open().id();
        paymentId = UUID.randomUUID();
        orderRef = open(clinicId, paymentId);
    }

    @Test
    void keepsWhatHappenedWithAmountAccountAndPayment() {
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI)
                .path("id")
                .asText();

        assertThat(shop.deliver(shop.event(orderRef, "payment.captured"))).isEqualTo(204);

        assertThat(inbox.kinds(clinicId)).containsExactly("payment_succeeded");
        var row = row();
        assertThat(row)
                .containsEntry("provider", "razorpay")
                .containsEntry("provider_ref", payment)
                .containsEntry("object_ref", orderRef)
                .containsEntry("object_id", paymentId)
                .containsEntry("amount_minor", 150_000L)
                .containsEntry("currency", "INR")
                .containsEntry("live", false)
                .containsEntry("account_id", null)
                .containsEntry("refused", null);
        inbox.apply(clinicId);
        assertThat(inbox.openKinds(clinicId)).isEmpty();
    }

    @Test
    void keepsEveryMeaningInWhateverOrderItComes() {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.CARD_NO_FUNDS);
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.CARD)
                .path("id")
                .asText();
        var dispute = shop.dispute(shop.account(), payment);
        shop.closeDispute(shop.account(), dispute, true);

        for (var name : List.of(
                "payment.dispute.won",
                "order.paid",
                "payment.captured",
                "payment.authorized",
                "payment.failed",
                "payment.dispute.created")) {
            assertThat(shop.deliver(shop.event(orderRef, name))).isEqualTo(204);
        }

        assertThat(inbox.kinds(clinicId))
                .containsExactlyInAnyOrder(
                        "dispute_won",
                        "payment_succeeded",
                        "payment_succeeded",
                        "payment_processing",
                        "payment_failed",
                        "dispute_opened");
        assertThat(inbox.everything(clinicId)).contains("insufficient_funds");
    }

    @Test
    void keepsARefundWithOurRefund() {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.CARD);
        var refundId = UUID.randomUUID();
        scope.run(clinicId, () -> gateways.of(Gateway.RAZORPAY)
                .refund(new RefundOrder(refundId, orderRef, Money.of(5_000, "INR"), "requested_by_patient")));

        shop.deliver(shop.event(orderRef, "refund.processed"));

        assertThat(rows()).anySatisfy(row -> assertThat(row)
                .containsEntry("kind", "refund_succeeded")
                .containsEntry("object_id", refundId)
                .containsEntry("amount_minor", 5_000L));
    }

    @Test
    void knowsARefundByItsReceiptWhenTheAnswerToTheCallWasLost() {
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.CARD)
                .path("id")
                .asText();
        var refundId = UUID.randomUUID();
        scope.run(
                clinicId,
                () -> objects.begin(
                        refundId,
                        PaymentObjects.Kind.REFUND,
                        Gateway.RAZORPAY,
                        () -> accounts.platform(Gateway.RAZORPAY)));
        var body = "{\"amount\":5000,\"receipt\":\"" + refundId + "\"}";
        shop.call(shop.account(), "POST", "/payments/" + payment + "/refund", body);

        shop.deliver(shop.event(orderRef, "refund.processed"));

        assertThat(rows()).anySatisfy(row -> assertThat(row)
                .containsEntry("kind", "refund_succeeded")
                .containsEntry("object_id", refundId));
    }

    @Test
    void keepsARefundThatWasMadeInRazorpaysOwnPagesWithoutOneOfOurs() {
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.CARD)
                .path("id")
                .asText();
        shop.call(shop.account(), "POST", "/payments/" + payment + "/refund", "{\"amount\":5000}");

        shop.deliver(shop.event(orderRef, "refund.processed"));

        assertThat(rows()).anySatisfy(row -> assertThat(row)
                .containsEntry("kind", "refund_succeeded")
                .containsEntry("object_id", null)
                .containsEntry("amount_minor", 5_000L));
    }

    @Test
    void keepsAnEventOnceThatComesAHundredTimesAtOnce() throws Exception {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var event = shop.event(orderRef, "payment.captured");

        var answers = Simultaneously.run(100, IllegalStateException.class, () -> shop.deliver(event));

        assertThat(answers).containsOnly(204);
        assertThat(inbox.kinds(clinicId)).containsExactly("payment_succeeded");
        assertThat(inbox.waitingBatches(clinicId)).isEqualTo(1);
    }

    @Test
    void knowsTheSameBytesAgainWhenTheEventHasNoId() {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var body = shop.event(orderRef, "payment.captured").body();

        assertThat(deliver(body, signed(body), null)).isEqualTo(204);
        assertThat(deliver(body, signed(body), "")).isEqualTo(204);
        assertThat(inbox.kinds(clinicId)).hasSize(1);
    }

    @Test
    void refusesForgedSignatures() {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var body = shop.event(orderRef, "payment.captured").body();
        var account = shop.account();

        assertThat(deliver(body, null, "e1")).as("none").isEqualTo(400);
        assertThat(deliver(body, "", "e1")).as("empty").isEqualTo(400);
        assertThat(deliver(body, "ü" + signed(body).substring(1), "e1"))
                .as("no hex")
                .isEqualTo(400);
        assertThat(deliver(body, signed(body + " "), "e1")).as("of other bytes").isEqualTo(400);
        assertThat(deliver(body.replace("150000", "1500"), signed(body), "e1"))
                .as("changed amount")
                .isEqualTo(400);
        assertThat(deliver(body, RazorpayWebhooks.signature(account.keySecret(), body), "e1"))
                .as("the API's secret")
                .isEqualTo(400);
        assertThat(deliver(body, signed(body).toUpperCase(Locale.ROOT), "e1"))
                .as("other writing")
                .isEqualTo(400);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-4 * 86_400, 600})
    void refusesEventsOfOtherDays(long seconds) {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var body = shop.event(orderRef, "payment.captured").body();
        var at = body.substring(body.lastIndexOf("\"created_at\":") + 13, body.length() - 1);
        var moved = body.substring(0, body.lastIndexOf(':') + 1) + (Long.parseLong(at) + seconds) + "}";

        assertThat(deliver(moved, signed(moved), "e1")).isEqualTo(400);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"payment_intent.succeeded\",\"created\":1}",
                "{\"entity\":\"event\"}",
                "[]",
                "null",
                "",
                "no json"
            })
    void refusesWhatIsNoEventOfRazorpays(String body) {
        assertThat(deliver(body, signed(body), "e1")).isEqualTo(400);
    }

    @Test
    void refusesAnEventOfStripe() {
        var body = "{\"object\":\"event\"}";
        assertThat(shop.deliver(PATH, body, null, null)).isEqualTo(400);
    }

    @Test
    void leavesAloneWhatIsSoldBesides() {
        var foreign = shop.order(shop.account(), 10_000);
        shop.pay(shop.account(), foreign, RazorpayAttempt.UPI);

        assertThat(shop.deliver(shop.event(foreign, "payment.captured"))).isEqualTo(204);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void handsAnotherAmountOnAsItWasTold() {
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var body = shop.event(orderRef, "payment.captured")
                .body()
                .replace("\"amount\":150000", "\"amount\":1500")
                .replace("\"INR\"", "\"USD\"");

        assertThat(deliver(body, signed(body), "e1")).isEqualTo(204);
        assertThat(row()).containsEntry("amount_minor", 1_500L).containsEntry("currency", "USD");
    }

    @Test
    void takesEventsOfAClinicsOwnAccountAtItsOwnAddressOnly() {
        var own = ownAccount();
        var ownOrder = open(clinicId, UUID.randomUUID());
        shop.pay(own.sandbox(), ownOrder, RazorpayAttempt.UPI);
        var event = shop.event(ownOrder, "payment.captured");
        var signature = RazorpayWebhooks.signature(own.sandbox().webhookSecret(), event.body());

        assertThat(shop.deliver(PATH, event.body(), signature, event.id())).isEqualTo(400);
        assertThat(shop.deliver(PATH + "/" + UUID.randomUUID(), event.body(), signature, event.id()))
                .isEqualTo(400);
        assertThat(shop.deliver(PATH + "/" + own.id(), event.body(), signature, event.id()))
                .isEqualTo(204);
        assertThat(row()).containsEntry("account_id", own.id()).containsEntry("refused", null);
    }

    @Test
    void keepsAsEvidenceOnlyWhatAnotherAccountTellsAboutAPayment() {
        var own = ownAccount();
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var event = shop.event(orderRef, "payment.captured");
        var signature = RazorpayWebhooks.signature(own.sandbox().webhookSecret(), event.body());

        assertThat(shop.deliver(PATH + "/" + own.id(), event.body(), signature, event.id()))
                .isEqualTo(204);
        assertThat(row()).containsEntry("refused", "other_account");
        assertThat(inbox.waitingBatches(clinicId)).isZero();
    }

    @Test
    void keepsAsEvidenceOnlyWhatAClinicsAccountTellsAboutAnotherClinic() {
        var own = ownAccount();
        var other = clinics.open().id();
        var otherOrder = open(other, UUID.randomUUID());
        shop.pay(shop.account(), otherOrder, RazorpayAttempt.UPI);
        var event = shop.event(otherOrder, "payment.captured");
        var signature = RazorpayWebhooks.signature(own.sandbox().webhookSecret(), event.body());

        shop.deliver(PATH + "/" + own.id(), event.body(), signature, event.id());
        assertThat(row()).containsEntry("refused", "other_clinic");
        assertThat(inbox.kinds(other)).isEmpty();
    }

    @Test
    void keepsAsEvidenceOnlyWhatALiveAccountTellsAboutPlayMoneyAndTheOtherWayRound() {
        var secret = "live-webhook-secret";
        var live = scope.call(
                clinicId,
                () -> accounts.connect(new AccountDraft(
                        Gateway.RAZORPAY,
                        Mode.TEST,
                        List.of("INR"),
                        Map.of(
                                "key_id", "rzp_live_0123456789abcd",
                                "key_secret", "0123456789abcdef01234567",
                                "webhook_secret", secret))));
        assertThat(live.mode()).as("told by the key").isEqualTo(Mode.LIVE);
        shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI);
        var event = shop.event(orderRef, "payment.captured");

        shop.deliver(
                PATH + "/" + live.id(), event.body(), RazorpayWebhooks.signature(secret, event.body()), event.id());
        assertThat(row()).containsEntry("refused", "other_mode").containsEntry("live", true);

        var liveRef = "order_Live0000" + UUID.randomUUID().toString().substring(0, 6);
        var livePayment = UUID.randomUUID();
        scope.run(clinicId, () -> {
            objects.begin(livePayment, PaymentObjects.Kind.PAYMENT, Gateway.RAZORPAY, () -> accounts.open(live.id()));
            objects.made(livePayment, Gateway.RAZORPAY, liveRef);
        });
        var forLive = event.body().replace(orderRef, liveRef);
        deliver(forLive, signed(forLive), "e-live");
        assertThat(rows()).extracting(row -> row.get("refused")).containsExactly("other_mode", "other_mode");
        assertThat(inbox.waitingBatches(clinicId)).isZero();
    }

    private record Own(UUID id, RazorpaySandboxAccount sandbox) {}

    private Own ownAccount() {
        var sandbox = sandboxAccounts.withWebhook("/webhooks/nobody/" + UUID.randomUUID());
        var connected = scope.call(
                clinicId,
                () -> accounts.connect(new AccountDraft(
                        Gateway.RAZORPAY,
                        Mode.TEST,
                        List.of("INR"),
                        Map.of(
                                "key_id", sandbox.keyId(),
                                "key_secret", sandbox.keySecret(),
                                "webhook_secret", sandbox.webhookSecret()))));
        return new Own(connected.id(), sandbox);
    }

    private String open(UUID clinic, UUID payment) {
        var order = new PaymentOrder(
                payment,
                Money.of(150_000, "INR"),
                "RC-2026-7",
                null,
                false,
                URI.create("http://localhost/paid"),
                URI.create("http://localhost/unpaid"),
                Locale.ENGLISH);
        return scope.call(clinic, () -> ((Waiting) gateways.of(Gateway.RAZORPAY).open(order)).providerRef());
    }

    private int deliver(String body, String signature, String eventId) {
        return shop.deliver(PATH, body, signature, eventId);
    }

    private String signed(String body) {
        return RazorpayWebhooks.signature(shop.account().webhookSecret(), body);
    }

    private Map<String, Object> row() {
        var rows = rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private List<Map<String, Object>> rows() {
        return scope.call(clinicId, () -> new TransactionTemplate(transactions)
                .execute(status -> database.queryForList("select * from integrations.inbox")));
    }
}
