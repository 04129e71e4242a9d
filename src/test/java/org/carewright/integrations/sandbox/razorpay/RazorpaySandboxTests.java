package org.carewright.integrations.sandbox.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop.Answer;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The sandbox answers as Razorpay does. */
@CarewrightTest
class RazorpaySandboxTests {

    @Autowired
    RazorpayShop shop;

    @Autowired
    RazorpaySandboxAccounts accounts;

    @Autowired
    PublicUrl publicUrl;

    private RazorpaySandboxAccount account;

    @BeforeEach
    void openAccount() {
        account = accounts.withWebhook("/webhooks/nobody/" + java.util.UUID.randomUUID());
    }

    @Test
    void makesAnOrderInPaise() {
        var order = post("/orders", "{\"amount\":150000,\"currency\":\"INR\",\"receipt\":\"r1\"}")
                .body();

        assertThat(order.path("id").asText()).matches("order_[A-Za-z0-9]{14}");
        assertThat(order.path("amount_due").asLong()).isEqualTo(150_000);
        assertThat(order.path("status").asText()).isEqualTo("created");
        assertThat(order.path("notes").isArray()).isTrue();
        assertThat(get("/orders?receipt=r1").body().path("count").asInt()).isEqualTo(1);
        assertThat(get("/orders?receipt=r2").body().path("count").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\":99,\"currency\":\"INR\"}|The amount must be at least INR 1.00|amount",
                "{\"amount\":10.5,\"currency\":\"INR\"}|The amount must be an integer.|amount",
                "{\"currency\":\"INR\"}|The amount field is required.|amount",
                "{\"amount\":100}|The currency field is required.|currency",
                "{\"amount\":100,\"currency\":\"XXX\"}|Currency is not supported|currency"
            })
    void refusesAnOrderThatIsWrongAndNamesTheField(String body, String description, String field) {
        var answer = post("/orders", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.description()).isEqualTo(description);
        assertThat(answer.body().at("/error/code").asText()).isEqualTo("BAD_REQUEST_ERROR");
        assertThat(answer.body().at("/error/field").asText()).isEqualTo(field);
    }

    @Test
    void knowsNobodyWithAWrongSecretAndNothingOfOtherAccounts() {
        var orderId = shop.order(account, 100);
        var stranger = new RazorpaySandboxAccount(account.keyId(), "wrong", "", "", "");
        assertThat(shop.call(stranger, "GET", "/orders/" + orderId, null).status())
                .isEqualTo(401);

        var other = shop.call(shop.account(), "GET", "/orders/" + orderId, null);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.description()).isEqualTo("The id provided does not exist");
    }

    @Test
    void capturesAPaymentAndTellsSoInThreeEvents() {
        var orderId = shop.order(account, 150_000);
        var paymentId =
                shop.pay(account, orderId, RazorpayAttempt.UPI).path("id").asText();

        var payment = get("/payments/" + paymentId).body();
        assertThat(payment.path("status").asText()).isEqualTo("captured");
        assertThat(payment.path("order_id").asText()).isEqualTo(orderId);
        assertThat(payment.path("fee").asLong()).isEqualTo(3_540);
        assertThat(get("/orders/" + orderId).body().path("status").asText()).isEqualTo("paid");
        assertThat(get("/orders/" + orderId + "/payments").body().path("count").asInt())
                .isEqualTo(1);
        assertThat(shop.eventNames(orderId)).containsExactly("payment.authorized", "payment.captured", "order.paid");
    }

    @Test
    void takesAnotherTryAfterADeclineButNoSecondPayment() {
        var orderId = shop.order(account, 150_000);

        assertThat(shop.pay(account, orderId, RazorpayAttempt.CARD_NO_FUNDS)
                        .path("error_reason")
                        .asText())
                .isEqualTo("insufficient_funds");
        shop.pay(account, orderId, RazorpayAttempt.CARD);
        assertThatExceptionOfType(RazorpayRefusal.class)
                .isThrownBy(() -> shop.pay(account, orderId, RazorpayAttempt.UPI))
                .withMessage("Order already paid");
        assertThat(shop.orderNow(account, orderId).path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void takesOneOfManyPaymentsMadeAtOnce() throws Exception {
        var orderId = shop.order(account, 150_000);

        var made = Simultaneously.run(8, RazorpayRefusal.class, () -> shop.pay(account, orderId, RazorpayAttempt.CARD));

        assertThat(made.stream().filter(java.util.Objects::nonNull)).hasSize(1);
    }

    @Test
    void paysLateWhenTheAppAnswersLate() {
        var orderId = shop.order(account, 150_000);
        var payment = shop.pay(account, orderId, RazorpayAttempt.UPI_LATE);
        assertThat(payment.path("status").asText()).isEqualTo("created");
        assertThat(shop.eventNames(orderId)).isEmpty();

        shop.answerLate(account, payment.path("id").asText(), true);
        assertThat(shop.orderNow(account, orderId).path("status").asText()).isEqualTo("paid");
    }

    @Test
    void refundsInPartsNeverMoreThanWasPaid() {
        var payment = paid(10_000);

        assertThat(refund(payment, "{\"amount\":6000}").body().path("status").asText())
                .isEqualTo("processed");
        var tooMuch = refund(payment, "{\"amount\":4001}");
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.description())
                .isEqualTo("The total refund amount is greater than the refund payment amount");
        assertThat(refund(payment, "{}").body().path("amount").asLong()).isEqualTo(4_000);
        assertThat(refund(payment, "{\"amount\":100}").description())
                .isEqualTo("The payment has been fully refunded already");
        assertThat(get("/payments/" + payment).body().path("status").asText()).isEqualTo("refunded");
    }

    @Test
    void neverRefundsMoreThanWasPaidHoweverManyAskAtOnce() throws Exception {
        var payment = paid(10_000);

        var answers = Simultaneously.run(8, IllegalStateException.class, () -> refund(payment, "{\"amount\":3000}")
                .status());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(3);
    }

    @Test
    void refundsOnceForOneIdempotencyKeyAndRefusesItForAnotherRequest() {
        var payment = paid(10_000);
        var first = refund(payment, "{\"amount\":1000}", "X-Refund-Idempotency", "key-0123456789");

        assertThat(refund(payment, "{\"amount\":1000}", "X-Refund-Idempotency", "key-0123456789")
                        .body())
                .isEqualTo(first.body());
        assertThat(refund(payment, "{\"amount\":2000}", "X-Refund-Idempotency", "key-0123456789")
                        .description())
                .isEqualTo("Different request with the same idempotency key has already been processed.");
        assertThat(get("/payments/" + payment).body().path("amount_refunded").asLong())
                .isEqualTo(1_000);
    }

    @Test
    void refundsNothingThatWasNotCaptured() {
        var orderId = shop.order(account, 10_000);
        var failed = shop.pay(account, orderId, RazorpayAttempt.CARD_DECLINED)
                .path("id")
                .asText();

        assertThat(refund(failed, "{}").description())
                .isEqualTo("The payment status should be captured for action to be taken");
    }

    @Test
    void listsPageByPageNewestFirst() {
        for (var paise = 101; paise <= 103; paise++) {
            shop.order(account, paise);
        }

        assertThat(get("/orders?count=2").body().path("items").findValuesAsText("amount"))
                .isEqualTo(List.of("103", "102"));
        assertThat(get("/orders?count=2&skip=2").body().path("items").findValuesAsText("amount"))
                .isEqualTo(List.of("101"));
        assertThat(get("/orders?count=101").status()).isEqualTo(400);
    }

    @Test
    void showsAPageToPayOnAndHandsASignedResultToTheCallbackAddress() {
        var orderId = shop.order(account, 150_000);
        var visit = Map.of(
                "key_id", account.keyId(),
                "order_id", orderId,
                "name", "Roshni Clinic",
                "callback_url", publicUrl.of("/somewhere"),
                "cancel_url", publicUrl.of("/elsewhere"));

        var page = shop.form(accounts.pagesUrl() + "/v1/checkout/embedded", visit);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Roshni Clinic").contains("₹1,500.00");

        var pay = new java.util.HashMap<>(visit);
        pay.put("attempt", "UPI");
        var returned = shop.form(accounts.pagesUrl() + "/checkout/pay", pay).body();
        var paymentId =
                get("/orders/" + orderId + "/payments").body().at("/items/0/id").asText();
        assertThat(returned)
                .contains(publicUrl.of("/somewhere"))
                .contains(RazorpayWebhooks.signature(account.keySecret(), orderId + "|" + paymentId));
    }

    @Test
    void sendsNobodyToAForeignAddress() {
        var orderId = shop.order(account, 150_000);
        var visit = Map.of(
                "key_id",
                account.keyId(),
                "order_id",
                orderId,
                "callback_url",
                "https://thief.example/",
                "cancel_url",
                publicUrl.of("/"));

        assertThat(shop.form(accounts.pagesUrl() + "/v1/checkout/embedded", visit)
                        .statusCode())
                .isEqualTo(400);
    }

    private String paid(long paise) {
        return shop.pay(account, shop.order(account, paise), RazorpayAttempt.CARD)
                .path("id")
                .asText();
    }

    private Answer refund(String paymentId, String body, String... headers) {
        return shop.call(account, "POST", "/payments/" + paymentId + "/refund", body, headers);
    }

    private Answer post(String path, String body) {
        return shop.call(account, "POST", path, body);
    }

    private Answer get(String path) {
        return shop.call(account, "GET", path, null);
    }
}
