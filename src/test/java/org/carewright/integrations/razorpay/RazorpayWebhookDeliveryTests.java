package org.carewright.integrations.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.razorpay.RazorpayAttempt;
import org.carewright.integrations.sandbox.razorpay.RazorpaySandboxAccounts;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the patient's click on Razorpay's page to our inbox, with every trouble on the way. */
@CarewrightTest
class RazorpayWebhookDeliveryTests {

    @Autowired
    RazorpayShop shop;

    @Autowired
    RazorpaySandboxAccounts accounts;

    @Autowired
    PaymentGateways gateways;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestInbox inbox;

    @Autowired
    PublicUrl publicUrl;

    @Autowired
    JdbcTemplate database;

    private UUID clinicId;
    private String orderRef;

    @BeforeEach
    void openOrder() {
        clinicId = clinics.open().id();
        var order = new PaymentOrder(
                UUID.randomUUID(),
                Money.of(150_000, "INR"),
                "RC-2026-7",
                null,
                false,
                publicUrl.uri("/paid"),
                publicUrl.uri("/unpaid"),
                Locale.ENGLISH);
        orderRef = scope.call(
                clinicId, () -> ((Waiting) gateways.of(Gateway.RAZORPAY).open(order)).providerRef());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DUPLICATE_CALLBACK", "REORDER_CALLBACK", "DELAY_CALLBACK"})
    void endsTheSameWithEventsTwiceInAnyOrderOrLate(Kind fault) {
        sandbox.fault("razorpay", fault, 500);
        pay(RazorpayAttempt.UPI);

        await().untilAsserted(() -> assertThat(delivered()).isEqualTo(3));
        await().untilAsserted(() -> assertThat(inbox.kinds(clinicId))
                .containsExactlyInAnyOrder("payment_processing", "payment_succeeded", "payment_succeeded"));
    }

    @Test
    void keepsNothingThatIsWronglySigned() {
        sandbox.fault("razorpay", Kind.BAD_SIGNATURE, 0);
        pay(RazorpayAttempt.UPI);

        await().untilAsserted(() -> assertThat(delivered()).isEqualTo(3));
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void hearsOfAPaymentWhoseEventsWereLostWhenTheyAreSentAgain() {
        sandbox.fault("razorpay", Kind.DROP_CALLBACK, 0);
        pay(RazorpayAttempt.UPI);
        assertThat(delivered()).isZero();

        var event = shop.event(orderRef, "payment.captured");
        shop.form(
                accounts.pagesUrl() + "/events/" + event.id() + "/again",
                Map.of("key_id", shop.account().keyId(), "order_id", orderRef));
        await().untilAsserted(() -> assertThat(inbox.kinds(clinicId)).containsExactly("payment_succeeded"));
    }

    @Test
    void hearsOfADecline() {
        pay(RazorpayAttempt.CARD_NO_FUNDS);

        await().untilAsserted(() -> assertThat(inbox.kinds(clinicId)).containsExactly("payment_failed"));
    }

    private void pay(RazorpayAttempt attempt) {
        var form = new HashMap<>(Map.of(
                "key_id", shop.account().keyId(),
                "order_id", orderRef,
                "callback_url", publicUrl.of("/paid"),
                "cancel_url", publicUrl.of("/unpaid")));
        form.put("attempt", attempt.name());
        assertThat(shop.form(accounts.pagesUrl() + "/checkout/pay", form).statusCode())
                .isEqualTo(200);
    }

    private int delivered() {
        return database.queryForObject(
                "select count(*)::int from integrations.sandbox_razorpay_event where object_id = ?"
                        + " and delivered_at is not null",
                Integer.class,
                orderRef);
    }
}
