package org.carewright.integrations.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.integrations.effect.EffectUnsettledException;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.PaymentResult.Declined;
import org.carewright.integrations.payment.PaymentResult.NotTaken;
import org.carewright.integrations.payment.PaymentResult.Succeeded;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.ProviderMovement.Kind;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.integrations.payment.StoredCharge;
import org.carewright.integrations.sandbox.SandboxFault;
import org.carewright.integrations.sandbox.razorpay.RazorpayAttempt;
import org.carewright.integrations.sandbox.razorpay.RazorpayShop;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Through our own client, over HTTP, against the sandbox. */
@CarewrightTest
class RazorpayGatewayTests {

    @Autowired
    PaymentGateways gateways;

    @Autowired
    RazorpayGateway adapter;

    @Autowired
    RazorpayShop shop;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    Clock clock;

    private UUID clinicId;
    private final UUID paymentId = UUID.randomUUID();

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
    }

    @Test
    void opensAPageOnceHoweverOftenItIsAskedFor() {
        var first = (Waiting) open(150_000);

        assertThat(open(150_000)).isEqualTo(first);
        assertThat(first.providerRef()).startsWith("order_");
        assertThat(first.page().getPath()).isEqualTo("/pay/razorpay/" + first.providerRef());
        assertThat(ordersOfPayment()).isEqualTo(1);
    }

    @Test
    void findsTheOrderAgainWhoseAnswerWasLost() {
        var lost = shop.call(
                        shop.account(),
                        "POST",
                        "/orders",
                        "{\"amount\":150000,\"currency\":\"INR\",\"receipt\":\"" + paymentId + "\"}")
                .body()
                .path("id")
                .asText();

        assertThat(((Waiting) open(150_000)).providerRef()).isEqualTo(lost);
        assertThat(ordersOfPayment()).isEqualTo(1);
    }

    @Test
    void showsOnePageWhenManyAskAtOnce() throws Exception {
        var refs = Simultaneously.run(6, EffectUnsettledException.class, () -> ((Waiting) open(150_000)).providerRef());

        assertThat(refs.stream().filter(java.util.Objects::nonNull).distinct()).hasSize(1);
        assertThat(((Waiting) open(150_000)).providerRef()).isIn(refs);
    }

    @ParameterizedTest
    @CsvSource({"99,INR", "100,JPY"})
    void declinesWhatRazorpayDoesNotTake(long minor, String currency) {
        var order = order(Money.of(minor, currency));

        assertThat(inClinic(() -> adapter.open(order))).isEqualTo(new Declined(null, DeclineCode.METHOD_NOT_USABLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void takesNothingWhenRazorpayCertainlyDidNothing(int status) {
        sandbox.fault("razorpay", SandboxFault.Kind.STATUS, status);

        assertThat(open(150_000)).isEqualTo(new NotTaken("http_" + status));
        assertThat(open(150_000)).isInstanceOf(Waiting.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 409})
    void doesNotKnowBehindABrokenAnswerAndRepeatsAtOnce(int status) {
        sandbox.fault("razorpay", SandboxFault.Kind.STATUS, status);

        assertThatExceptionOfType(EffectUnsettledException.class).isThrownBy(() -> open(150_000));
        assertThat(open(150_000)).isInstanceOf(Waiting.class);
        assertThat(ordersOfPayment()).isEqualTo(1);
    }

    @Test
    void tellsHowThePaymentStandsStepByStep() {
        var page = (Waiting) open(150_000);
        var ref = page.providerRef();

        shop.pay(shop.account(), ref, RazorpayAttempt.CARD_NO_FUNDS);
        assertThat(look(ref)).as("another try is open").isEqualTo(page);
        var late = shop.pay(shop.account(), ref, RazorpayAttempt.UPI_LATE);
        assertThat(look(ref)).as("the app is asked").isEqualTo(new Waiting(ref, null));
        shop.answerLate(shop.account(), late.path("id").asText(), true);
        assertThat(look(ref)).isInstanceOfSatisfying(Succeeded.class, paid -> {
            assertThat(paid.providerRef()).isEqualTo(ref);
            assertThat(paid.amount()).isEqualTo(Money.of(150_000, "INR"));
            assertThat(paid.with().kind()).isEqualTo("upi");
            assertThat(paid.with().stored()).isNull();
        });
    }

    @Test
    void tellsWhatWasPaidWith() {
        var ref = paid(10_000);

        assertThat(((Succeeded) look(ref)).with())
                .extracting("kind", "brand", "last4")
                .containsExactly("card", "visa", "1111");
    }

    @Test
    void closesAPageButTellsWhenItWasPaidAfterAll() {
        var ref = ((Waiting) open(150_000)).providerRef();

        assertThat(inClinic(() -> gateway().close(ref))).isEqualTo(new Declined(ref, DeclineCode.CANCELLED));
        shop.pay(shop.account(), ref, RazorpayAttempt.UPI);
        assertThat(look(ref)).isInstanceOf(Succeeded.class);
    }

    @Test
    void refundsOnceHoweverOftenItIsAskedFor() {
        var ref = paid(10_000);
        var order = new RefundOrder(UUID.randomUUID(), ref, Money.of(4_000, "INR"), "requested_by_patient");

        var first = inClinic(() -> adapter.refund(order));
        assertThat(first).isInstanceOfSatisfying(RefundResult.Succeeded.class, refund -> assertThat(refund.amount())
                .isEqualTo(Money.of(4_000, "INR")));
        assertThat(inClinic(() -> adapter.refund(order))).isEqualTo(first);
        assertThat(inClinic(() -> gateway().refund(order))).isEqualTo(first);
        assertThat(refunded(ref)).isEqualTo(4_000);
    }

    @Test
    void refusesARefundAboveThePaymentAndOfAnotherCurrency() {
        var ref = paid(10_000);

        assertThat(refund(ref, Money.of(10_001, "INR"))).isEqualTo(new RefundResult.Refused(null, "more_than_paid"));
        assertThat(refund(ref, Money.of(1_000, "USD"))).isEqualTo(new RefundResult.Refused(null, "other_currency"));
        refund(ref, Money.of(10_000, "INR"));
        assertThat(refund(ref, Money.of(100, "INR"))).isEqualTo(new RefundResult.Refused(null, "already_refunded"));
        assertThat(refunded(ref)).isEqualTo(10_000);
    }

    @Test
    void refundsNothingThatWasNotPaid() {
        var ref = ((Waiting) open(10_000)).providerRef();

        assertThat(refund(ref, Money.of(1_000, "INR"))).isEqualTo(new RefundResult.Refused(null, "not_captured"));
    }

    @Test
    void tellsWhenTheBankGivesARefundBack() {
        var ref = paid(10_000);
        sandbox.fault("razorpay", SandboxFault.Kind.FAIL_DELIVERY, 0);

        var waiting = (RefundResult.Waiting) refund(ref, Money.of(1_000, "INR"));
        assertThat(lookRefund(waiting.providerRef())).isEqualTo(waiting);
        shop.failRefund(shop.account(), waiting.providerRef());
        assertThat(lookRefund(waiting.providerRef()))
                .isEqualTo(new RefundResult.Refused(waiting.providerRef(), "failed"));
    }

    @Test
    void neverChargesWithoutThePatient() {
        var charge = new StoredCharge(paymentId, Money.of(10_000, "INR"), "cust", "token", "RC-1");

        assertThat(inClinic(() -> gateway().charge(charge)))
                .isEqualTo(new Declined(null, DeclineCode.AUTHENTICATION_REQUIRED));
    }

    @Test
    void tellsWhatMovedForThisClinicAndNobodyElse() {
        var from = clock.instant().minusSeconds(2);
        var ref = paid(10_000);
        var refund = (RefundResult.Succeeded) refund(ref, Money.of(1_000, "INR"));
        var other = clinics.open().id();
        var to = clock.instant().plusSeconds(2);

        assertThat(inClinic(() -> gateway().movements(from, to).toList()))
                .extracting(ProviderMovement::kind, ProviderMovement::amount)
                .containsExactlyInAnyOrder(
                        tuple(Kind.PAYMENT, Money.of(10_000, "INR")),
                        tuple(Kind.FEE, Money.of(236, "INR")),
                        tuple(Kind.REFUND, Money.of(1_000, "INR")));
        assertThat(inClinic(() -> gateway().movements(from, to).toList()))
                .filteredOn(moved -> moved.kind() == Kind.REFUND)
                .extracting(ProviderMovement::providerRef)
                .containsExactly(refund.providerRef());
        assertThat(inClinic(() -> gateway().movements(from, to).toList()))
                .filteredOn(moved -> moved.kind() == Kind.PAYMENT)
                .extracting(ProviderMovement::ourReference)
                .containsExactly(paymentId);
        assertThat(scope.<java.util.List<ProviderMovement>>call(
                        other, () -> gateway().movements(from, to).toList()))
                .isEmpty();
    }

    @Test
    void tellsNoOtherClinicHowAPaymentStands() {
        var ref = paid(10_000);
        var other = clinics.open().id();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> scope.call(other, () -> gateway().look(ref)));
    }

    private PaymentGateway gateway() {
        return gateways.of(Gateway.RAZORPAY);
    }

    private PaymentResult open(long paise) {
        var order = order(Money.of(paise, "INR"));
        return inClinic(() -> gateway().open(order));
    }

    private PaymentOrder order(Money amount) {
        return new PaymentOrder(
                paymentId,
                amount,
                "RC-2026-7",
                null,
                false,
                URI.create("http://localhost/paid"),
                URI.create("http://localhost/unpaid"),
                Locale.ENGLISH);
    }

    private String paid(long paise) {
        var ref = ((Waiting) open(paise)).providerRef();
        shop.pay(shop.account(), ref, RazorpayAttempt.CARD);
        return ref;
    }

    private PaymentResult look(String ref) {
        return inClinic(() -> gateway().look(ref));
    }

    private RefundResult refund(String ref, Money amount) {
        var order = new RefundOrder(UUID.randomUUID(), ref, amount, "requested_by_patient");
        return inClinic(() -> gateway().refund(order));
    }

    private RefundResult lookRefund(String ref) {
        return inClinic(() -> gateway().lookRefund(ref));
    }

    private int ordersOfPayment() {
        return shop.call(shop.account(), "GET", "/orders?receipt=" + paymentId, null)
                .body()
                .path("count")
                .asInt();
    }

    private long refunded(String ref) {
        return shop.call(shop.account(), "GET", "/orders/" + ref + "/payments", null)
                .body()
                .at("/items/0/amount_refunded")
                .asLong();
    }

    private <T> T inClinic(Supplier<T> work) {
        return scope.call(clinicId, work);
    }
}
