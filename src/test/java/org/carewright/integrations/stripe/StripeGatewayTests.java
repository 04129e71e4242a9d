package org.carewright.integrations.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.integrations.effect.EffectUnsettledException;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult.Declined;
import org.carewright.integrations.payment.PaymentResult.NotTaken;
import org.carewright.integrations.payment.PaymentResult.Succeeded;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.ProviderMovement.Kind;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.integrations.payment.SetupOrder;
import org.carewright.integrations.payment.SetupResult;
import org.carewright.integrations.payment.StoredCharge;
import org.carewright.integrations.payment.StoredMethod;
import org.carewright.integrations.sandbox.SandboxFault;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStripe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The adapter with Stripe's real SDK against the sandbox over HTTP. */
@CarewrightTest
class StripeGatewayTests {

    private static final Money EIGHTY = Money.of(8000, "USD");

    @Autowired
    PaymentGateways gateways;

    @Autowired
    StripeGateway adapter;

    @Autowired
    Effects effects;

    @Autowired
    TestStripe stripe;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    PublicUrl publicUrl;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    private UUID clinicId;
    private final UUID patientId = UUID.randomUUID();

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
    }

    @Test
    void paysOnThePageAndComesBack() {
        var waiting = open(false);

        assertThat(stripe.pay(waiting.page(), TestStripe.PAYS)).isEqualTo(publicUrl.of("/paid"));

        var paid = (Succeeded) in(gateway -> gateway.look(waiting.providerRef()));
        assertThat(paid.amount()).isEqualTo(EIGHTY);
        assertThat(paid.with().brand()).isEqualTo("visa");
        assertThat(paid.with().last4()).isEqualTo("4242");
        assertThat(paid.with().stored()).isNull();
        assertThat((Object) in(gateway -> gateway.look(paid.providerRef()))).isEqualTo(paid);
    }

    @Test
    void anotherCardCanBeTriedAfterADeclinedOne() {
        var waiting = open(false);

        stripe.pay(waiting.page(), TestStripe.INSUFFICIENT_FUNDS);
        assertThat(stripe.read(waiting.page())).contains("insufficient_funds");
        assertThat((Object) in(gateway -> gateway.look(waiting.providerRef()))).isInstanceOf(Waiting.class);

        stripe.pay(waiting.page(), TestStripe.PAYS);
        assertThat((Object) in(gateway -> gateway.look(waiting.providerRef()))).isInstanceOf(Succeeded.class);
    }

    @Test
    void takesNothingWhileTheBankHasNotAgreed() {
        var waiting = open(false);

        stripe.pay(waiting.page(), TestStripe.ASKS_THE_BANK);
        stripe.answerBank(waiting.page(), false);
        assertThat((Object) in(gateway -> gateway.look(waiting.providerRef()))).isInstanceOf(Waiting.class);
        assertThat(kinds(Kind.PAYMENT)).isEmpty();

        stripe.pay(waiting.page(), TestStripe.ASKS_THE_BANK);
        stripe.answerBank(waiting.page(), true);
        assertThat((Object) in(gateway -> gateway.look(waiting.providerRef()))).isInstanceOf(Succeeded.class);
    }

    @Test
    void chargesASavedCardWithoutThePatient() {
        var stored = save(TestStripe.ASKS_THE_BANK);

        var charge = charge(stored, EIGHTY);
        var paid = (Succeeded) in(gateway -> gateway.charge(charge));

        assertThat(paid.amount()).isEqualTo(EIGHTY);
        assertThat(paid.with().stored()).isEqualTo(stored);
    }

    @Test
    void keepsTheCardOfAPaymentWhenThePatientWantsIt() {
        var waiting = open(true);
        stripe.pay(waiting.page(), TestStripe.PAYS);
        var paid = (Succeeded) in(gateway -> gateway.look(waiting.providerRef()));

        assertThat((Object) in(gateway -> gateway.charge(charge(paid.with().stored(), EIGHTY))))
                .isInstanceOf(Succeeded.class);
    }

    @Test
    void aDeclinedChargeStaysDeclinedHoweverOftenItIsRepeated() {
        var charge = charge(save(TestStripe.SAVES_THEN_DECLINES), EIGHTY);

        var first = (Declined) in(gateway -> gateway.charge(charge));
        var second = (Declined) in(gateway -> gateway.charge(charge));

        assertThat(first.code()).isEqualTo(DeclineCode.CARD_DECLINED);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void tellsWhenTheBankWantsThePatient() {
        var charge = charge(save(TestStripe.ALWAYS_ASKS_THE_BANK), EIGHTY);

        assertThat(((Declined) in(gateway -> gateway.charge(charge))).code())
                .isEqualTo(DeclineCode.AUTHENTICATION_REQUIRED);
    }

    @Test
    void doesNotChargeAForgottenCard() {
        var stored = save(TestStripe.PAYS);
        in(gateway -> {
            gateway.forget(stored.methodRef());
            gateway.forget(stored.methodRef());
            return null;
        });

        assertThat(((Declined) in(gateway -> gateway.charge(charge(stored, EIGHTY)))).code())
                .isEqualTo(DeclineCode.METHOD_NOT_USABLE);
    }

    @Test
    void chargesOnceWhenWeAreKilledBetweenTheChargeAndItsResult() {
        var charge = charge(save(TestStripe.PAYS), EIGHTY);
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> scope.run(
                        clinicId,
                        () -> effects.repeatable(
                                "payment:" + charge.paymentId(), "stripe", Duration.ofHours(23), id -> {
                                    adapter.charge(charge);
                                    throw new IllegalStateException("killed");
                                })));

        assertThat((Object) in(gateway -> gateway.charge(charge))).isInstanceOf(Succeeded.class);
        assertThat((Object) in(gateway -> gateway.charge(charge))).isInstanceOf(Succeeded.class);
        assertThat(kinds(Kind.PAYMENT)).containsExactly(EIGHTY);
    }

    @Test
    void chargesOnceWhenManyThreadsChargeAtOnce() throws Exception {
        var charge = charge(save(TestStripe.PAYS), EIGHTY);

        var results =
                Simultaneously.run(8, EffectUnsettledException.class, () -> in(gateway -> gateway.charge(charge)));

        assertThat(results.stream().filter(Objects::nonNull)).isNotEmpty().allMatch(Succeeded.class::isInstance);
        assertThat(kinds(Kind.PAYMENT)).containsExactly(EIGHTY);
    }

    @Test
    void refusesTheSamePaymentWithAnotherAmount() {
        var charge = charge(save(TestStripe.PAYS), EIGHTY);
        var dearer = new StoredCharge(
                charge.paymentId(), Money.of(9000, "USD"), charge.customerRef(), charge.methodRef(), "INV-1");
        scope.run(clinicId, () -> adapter.charge(charge));

        assertThatThrownBy(() -> scope.run(clinicId, () -> adapter.charge(dearer)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kinds(Kind.PAYMENT)).containsExactly(EIGHTY);
    }

    @Test
    void aBusyStripeHasTakenNothingAndIsAskedAgain() {
        var charge = charge(save(TestStripe.PAYS), EIGHTY);
        sandbox.fault("stripe", SandboxFault.Kind.STATUS, 429);

        assertThat((Object) in(gateway -> gateway.charge(charge))).isEqualTo(new NotTaken("http_429"));
        assertThat((Object) in(gateway -> gateway.charge(charge))).isInstanceOf(Succeeded.class);
    }

    @Test
    void aFailingStripeLeavesItOpenAndIsAskedAgain() {
        var charge = charge(save(TestStripe.PAYS), EIGHTY);
        sandbox.fault("stripe", SandboxFault.Kind.STATUS, 500);

        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> in(gateway -> gateway.charge(charge)));
        assertThat((Object) in(gateway -> gateway.charge(charge))).isInstanceOf(Succeeded.class);
        assertThat(kinds(Kind.PAYMENT)).containsExactly(EIGHTY);
    }

    @Test
    void givesBackPartsUntilNothingIsLeft() {
        var paid = (Succeeded) in(gateway -> gateway.charge(charge(save(TestStripe.PAYS), EIGHTY)));
        var part = refund(paid.providerRef(), 5000);

        assertThat((Object) in(gateway -> gateway.refund(part))).isInstanceOf(RefundResult.Succeeded.class);
        var again = (RefundResult.Succeeded) in(gateway -> gateway.refund(part));
        assertThat(again.amount()).isEqualTo(Money.of(5000, "USD"));
        assertThat((Object) in(gateway -> gateway.refund(refund(paid.providerRef(), 5000))))
                .isInstanceOf(RefundResult.Refused.class);
        assertThat(kinds(Kind.REFUND)).containsExactly(Money.of(5000, "USD"));
    }

    @Test
    void aClosedPageCannotBePaidOn() {
        var waiting = open(false);

        var closed = (Declined) in(gateway -> gateway.close(waiting.providerRef()));
        stripe.pay(waiting.page(), TestStripe.PAYS);

        assertThat(closed.code()).isEqualTo(DeclineCode.CANCELLED);
        assertThat((Object) in(gateway -> gateway.look(waiting.providerRef()))).isInstanceOf(Declined.class);
        assertThat(kinds(Kind.PAYMENT)).isEmpty();
    }

    @Test
    void closingAPaidPageTellsThatItWasPaid() {
        var waiting = open(false);
        stripe.pay(waiting.page(), TestStripe.PAYS);

        assertThat((Object) in(gateway -> gateway.close(waiting.providerRef()))).isInstanceOf(Succeeded.class);
    }

    @Test
    void opensOnePageHoweverOftenItIsAskedFor() {
        var order = order(UUID.randomUUID(), false);

        assertThat((Object) in(gateway -> gateway.open(order))).isEqualTo(in(gateway -> gateway.open(order)));
    }

    @Test
    void readsEveryMovementOfTheClinicAndNoOthers() {
        var other = clinics.open().id();
        var charge = charge(save(TestStripe.DISPUTED), EIGHTY);
        in(gateway -> gateway.charge(charge));
        var paid = (Succeeded) in(gateway -> gateway.charge(charge(save(TestStripe.PAYS), EIGHTY)));
        in(gateway -> gateway.refund(refund(paid.providerRef(), 100)));
        // What a dispute belongs to is known by the payment's own id at Stripe.
        in(gateway -> gateway.look(paid.providerRef()));

        assertThat(movements())
                .extracting(ProviderMovement::kind)
                .containsExactlyInAnyOrder(
                        Kind.PAYMENT, Kind.FEE, Kind.DISPUTE, Kind.DISPUTE_FEE, Kind.PAYMENT, Kind.FEE, Kind.REFUND);
        assertThat(movements())
                .filteredOn(movement -> movement.kind() == Kind.PAYMENT)
                .extracting(ProviderMovement::ourReference)
                .contains(charge.paymentId());
        clinicId = other;
        assertThat(movements()).isEmpty();
    }

    private Waiting open(boolean saveMethod) {
        return (Waiting) in(gateway -> gateway.open(order(UUID.randomUUID(), saveMethod)));
    }

    private PaymentOrder order(UUID paymentId, boolean saveMethod) {
        return new PaymentOrder(
                paymentId,
                EIGHTY,
                "INV-2026-0001",
                patientId,
                saveMethod,
                URI.create(publicUrl.of("/paid")),
                URI.create(publicUrl.of("/given-up")),
                Locale.ENGLISH);
    }

    private StoredMethod save(String card) {
        var waiting = (SetupResult.Waiting) in(gateway -> gateway.setUp(new SetupOrder(
                UUID.randomUUID(),
                patientId,
                Currency.getInstance("USD"),
                URI.create(publicUrl.of("/saved")),
                URI.create(publicUrl.of("/given-up")),
                Locale.ENGLISH)));
        stripe.pay(waiting.page(), card);
        stripe.answerBank(waiting.page(), true);
        var saved = (SetupResult.Saved) in(gateway -> gateway.lookSetUp(waiting.providerRef()));
        return saved.method().stored();
    }

    private static StoredCharge charge(StoredMethod stored, Money amount) {
        return new StoredCharge(UUID.randomUUID(), amount, stored.customerRef(), stored.methodRef(), "INV-1");
    }

    private static RefundOrder refund(String paymentRef, long minor) {
        return new RefundOrder(UUID.randomUUID(), paymentRef, Money.of(minor, "USD"), "cancelled_visit");
    }

    private List<Money> kinds(Kind kind) {
        return movements().stream()
                .filter(movement -> movement.kind() == kind)
                .map(ProviderMovement::amount)
                .toList();
    }

    private List<ProviderMovement> movements() {
        var now = Instant.now();
        return in(gateway ->
                gateway.movements(now.minusSeconds(600), now.plusSeconds(600)).toList());
    }

    private <T> T in(Function<PaymentGateway, T> work) {
        return scope.call(clinicId, () -> work.apply(gateways.of(Gateway.STRIPE)));
    }
}
