package org.carewright.integrations.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.razorpay.RazorpayAttempt;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop;
import org.carewright.integrations.sandbox.razorpay.RazorpayWebhooks;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.LocalUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way to Razorpay's page and back. */
@CarewrightTest
class RazorpayPageTests {

    @Autowired
    RazorpayShop shop;

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
    LocalUrl local;

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
                URI.create("http://localhost/paid"),
                URI.create("http://localhost/unpaid"),
                Locale.ENGLISH);
        orderRef = scope.call(
                clinicId, () -> ((Waiting) gateways.of(Gateway.RAZORPAY).open(order)).providerRef());
    }

    @Test
    void showsWhatIsPaidAndMayPostToRazorpayOnly() throws Exception {
        var page = get("/pay/razorpay/" + orderRef);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Test clinic")
                .contains("RC-2026-7")
                .contains("₹1,500.00")
                .contains("name=\"order_id\"")
                .contains(shop.account().keyId())
                .doesNotContain(shop.account().keySecret());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' https://api.razorpay.com;");
    }

    @Test
    void knowsNoOtherOrders() throws Exception {
        assertThat(get("/pay/razorpay/order_00000000000000").statusCode()).isEqualTo(404);
        assertThat(back(Map.of()).statusCode()).isEqualTo(303);
        assertThat(shop.form(local.base() + "/webhooks/razorpay/checkout/order_00000000000000", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void leadsNowhereOnceItIsClosed() throws Exception {
        scope.run(clinicId, () -> gateways.of(Gateway.RAZORPAY).close(orderRef));

        assertThat(get("/pay/razorpay/" + orderRef).body())
                .contains("no longer open")
                .doesNotContain("name=\"order_id\"");
    }

    @Test
    void tellsAtOnceThatAPatientWhoComesBackHasPaid() {
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI)
                .path("id")
                .asText();

        var answer = back(signed(payment));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost/paid");
        assertThat(inbox.kinds(clinicId)).containsExactly("payment_succeeded");

        back(signed(payment));
        assertThat(inbox.kinds(clinicId)).hasSize(1);
    }

    @Test
    void believesNoSignatureButRazorpaysForThisOrder() {
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI)
                .path("id")
                .asText();
        var account = shop.account();
        var other = shop.order(account, 100);

        for (var signature : new String[] {
            "",
            "0".repeat(64),
            RazorpayWebhooks.signature(account.webhookSecret(), orderRef + "|" + payment),
            RazorpayWebhooks.signature(account.keySecret(), other + "|" + payment),
            RazorpayWebhooks.signature(account.keySecret(), payment)
        }) {
            var answer = back(Map.of(
                    "razorpay_payment_id", payment, "razorpay_order_id", other, "razorpay_signature", signature));
            assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost/unpaid");
        }
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void tellsNothingWhenOnlyTheBrowserSaysSo() {
        // A right signature over a payment that Razorpay does not know as captured.
        var failed = shop.pay(shop.account(), orderRef, RazorpayAttempt.CARD_DECLINED)
                .path("id")
                .asText();

        back(signed(failed));
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void leadsThePatientOnWhenRazorpayDoesNotAnswer() {
        var payment = shop.pay(shop.account(), orderRef, RazorpayAttempt.UPI)
                .path("id")
                .asText();
        sandbox.fault("razorpay", Kind.STATUS, 502);

        assertThat(back(signed(payment)).headers().firstValue("Location")).hasValue("http://localhost/paid");
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void refusesToStartWithHalfAnAccount() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RazorpaySettings("", "rzp_live_1", "secret", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new RazorpaySettings("", "rzp_live_1", "", "secret"));
        assertThat(new RazorpayCheck(new RazorpaySettings("", "rzp_test_1", "secret", "secret")).problems())
                .hasSize(1);
        assertThat(new RazorpayCheck(new RazorpaySettings("", "rzp_live_1", "secret", "secret")).problems())
                .isEmpty();
    }

    private Map<String, String> signed(String payment) {
        return Map.of(
                "razorpay_payment_id", payment,
                "razorpay_order_id", orderRef,
                "razorpay_signature", RazorpayWebhooks.signature(shop.account().keySecret(), orderRef + "|" + payment));
    }

    private HttpResponse<String> back(Map<String, String> fields) {
        return shop.form(local.base() + "/webhooks/razorpay/checkout/" + orderRef, fields);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(local.base() + path))
                                .header("Accept-Language", "en")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
