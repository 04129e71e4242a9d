package org.carewright.integrations.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.stripe.StripeSandboxAccounts;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.carewright.test.TestStripe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class StripeWebhookControllerTests {

    @Autowired
    TestStripe stripe;

    @Autowired
    StripeSandboxAccounts sandboxAccounts;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    PaymentGateways gateways;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    TestInbox inbox;

    @Autowired
    PublicUrl publicUrl;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    private UUID clinicId;
    private UUID paymentId;
    private Waiting waiting;

    @BeforeEach
    void openPayment() {
        clinicId = clinics.open().id();
        paymentId = UUID.randomUUID();
        waiting = open(paymentId);
    }

    @Test
    void keepsWhatTheSandboxReportsAboutAPayment() {
        stripe.pay(waiting.page(), TestStripe.PAYS);

        await().until(() -> inbox.kinds(clinicId).size() == 2);
        assertThat(inbox.kinds(clinicId)).containsOnly("payment_succeeded");
        assertThat(inbox.everything(clinicId)).contains(paymentId.toString(), "8000", "USD");
    }

    @Test
    void keepsOneOfEachWhenEverythingIsReportedTwiceLateAndBackwards() {
        sandbox.fault("stripe", Kind.DUPLICATE_CALLBACK, 0);
        sandbox.fault("stripe", Kind.REORDER_CALLBACK, 0);
        sandbox.fault("stripe", Kind.DELAY_CALLBACK, 300);
        stripe.pay(waiting.page(), TestStripe.DISPUTED);

        await().until(() -> inbox.kinds(clinicId).size() == 3);
        assertThat(inbox.kinds(clinicId))
                .containsExactlyInAnyOrder("payment_succeeded", "payment_succeeded", "dispute_opened");
    }

    @Test
    void keepsOneRowOfAnEventThatComesAHundredTimesAtOnce() throws Exception {
        var body = succeeded("evt_hundred" + token(), paymentId, false);

        var answers = Simultaneously.run(100, IllegalStateException.class, () -> stripe.event(body));

        assertThat(answers).containsOnly(204);
        assertThat(inbox.kinds(clinicId)).containsExactly("payment_succeeded");
        assertThat(inbox.waitingBatches(clinicId)).isEqualTo(1);
    }

    @Test
    void refusesForgedStaleAndUnsignedEvents() {
        var body = succeeded("evt_" + token(), paymentId, false);
        var secret = sandboxAccounts.platform().webhookSecret();

        assertThat(stripe.event(TestStripe.WEBHOOK, body, null)).isEqualTo(400);
        assertThat(stripe.event(TestStripe.WEBHOOK, body, "t=1,v1=00")).isEqualTo(400);
        assertThat(stripe.event(TestStripe.WEBHOOK, body, "nonsense")).isEqualTo(400);
        assertThat(stripe.event(TestStripe.WEBHOOK, body, stripe.signature("whsec_other", body, 0)))
                .isEqualTo(400);
        assertThat(stripe.event(TestStripe.WEBHOOK, body, stripe.signature(secret, body + " ", 0)))
                .isEqualTo(400);
        assertThat(stripe.event(TestStripe.WEBHOOK, body, stripe.signature(secret, body, 301)))
                .isEqualTo(400);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"entity\":\"event\",\"event\":\"payment.captured\"}", "[]", "no json", "{}", "null"})
    void refusesWhatIsNoEventOfStripe(String body) {
        assertThat(stripe.event(body)).isEqualTo(400);
    }

    @Test
    void keepsALiveEventForATestAccountAsRefusedAndHandlesItNever() {
        assertThat(stripe.event(succeeded("evt_" + token(), paymentId, true))).isEqualTo(204);

        assertThat(inbox.kinds(clinicId)).containsExactly("payment_succeeded");
        assertThat(inbox.everything(clinicId)).contains("other_mode");
        assertThat(inbox.openKinds(clinicId)).isEmpty();
        assertThat(inbox.waitingBatches(clinicId)).isZero();
    }

    @Test
    void ignoresWhatIsSoldElsewhereThroughTheSameAccount() {
        assertThat(stripe.event(succeeded("evt_" + token(), UUID.randomUUID(), false)))
                .isEqualTo(204);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void anAccountsEventsAboutAnotherAccountsPaymentAreRefused() {
        var account = connect(clinicId);
        var body = succeeded("evt_" + token(), paymentId, false);

        assertThat(stripe.event(
                        TestStripe.WEBHOOK + "/" + account, body, stripe.signature("whsec_0123456789abcdef", body, 0)))
                .isEqualTo(204);
        assertThat(inbox.everything(clinicId)).contains("other_account");
        assertThat(inbox.openKinds(clinicId)).isEmpty();
    }

    @Test
    void anAccountsEventsAboutAnotherClinicsPaymentStayWithTheAccountsClinic() {
        var other = clinics.open().id();
        var account = connect(other);
        var body = succeeded("evt_" + token(), paymentId, false);

        assertThat(stripe.event(
                        TestStripe.WEBHOOK + "/" + account, body, stripe.signature("whsec_0123456789abcdef", body, 0)))
                .isEqualTo(204);
        assertThat(inbox.kinds(clinicId)).isEmpty();
        assertThat(inbox.everything(other)).contains("other_clinic");
        assertThat(inbox.openKinds(other)).isEmpty();
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongSignature() {
        var body = succeeded("evt_" + token(), paymentId, false);
        var path = TestStripe.WEBHOOK + "/" + UUID.randomUUID();

        assertThat(stripe.event(path, body, stripe.signature("whsec_0123456789abcdef", body, 0)))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void aDeclinedCardEndsAChargeButNotAPage(boolean onPage, int kept) {
        var body = "{\"object\":\"event\",\"id\":\"evt_" + token()
                + "\",\"type\":\"payment_intent.payment_failed\",\"created\":" + now()
                + ",\"livemode\":false,\"data\":{\"object\":{\"id\":\"pi_" + token()
                + "\",\"object\":\"payment_intent\",\"amount\":8000,\"currency\":\"usd\","
                + "\"last_payment_error\":{\"code\":\"card_declined\",\"decline_code\":\"insufficient_funds\"},"
                + "\"metadata\":{\"payment_id\":\"" + paymentId + "\",\"on_page\":\"" + onPage + "\"}}}}";

        assertThat(stripe.event(body)).isEqualTo(204);
        assertThat(inbox.kinds(clinicId)).hasSize(kept);
    }

    private UUID connect(UUID clinic) {
        return scope.call(clinic, () -> accounts.connect(new AccountDraft(
                        Gateway.STRIPE,
                        AccountKind.Mode.TEST,
                        List.of("USD"),
                        Map.of(
                                "secret_key",
                                "sk_test_" + token() + token(),
                                "webhook_secret",
                                "whsec_0123456789abcdef")))
                .id());
    }

    private Waiting open(UUID id) {
        return (Waiting) scope.call(clinicId, () -> gateways.of(Gateway.STRIPE)
                .open(new PaymentOrder(
                        id,
                        Money.of(8000, "USD"),
                        "INV-1",
                        null,
                        false,
                        URI.create(publicUrl.of("/paid")),
                        URI.create(publicUrl.of("/given-up")),
                        Locale.ENGLISH)));
    }

    private static String succeeded(String eventId, UUID payment, boolean live) {
        return "{\"object\":\"event\",\"id\":\"" + eventId + "\",\"type\":\"payment_intent.succeeded\",\"created\":"
                + now() + ",\"livemode\":" + live + ",\"data\":{\"object\":{\"id\":\"pi_" + token()
                + "\",\"object\":\"payment_intent\",\"amount\":8000,\"amount_received\":8000,\"currency\":\"usd\","
                + "\"metadata\":{\"payment_id\":\"" + payment + "\",\"on_page\":\"true\"}}}}";
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
