package org.carewright.integrations.upi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.bank.BankLines;
import org.carewright.integrations.bank.BankStatements;
import org.carewright.integrations.bank.DateOrder;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.PaymentResult.Declined;
import org.carewright.integrations.payment.PaymentResult.Succeeded;
import org.carewright.integrations.payment.PaymentResult.Waiting;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class UpiGatewayTests {

    @Autowired
    PaymentGateways gateways;

    @Autowired
    ProviderAccounts accounts;

    @Autowired
    BankStatements statements;

    @Autowired
    BankLines lines;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    private UUID clinicId;
    private final UUID paymentId = UUID.randomUUID();

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
    }

    @Test
    void asksForTheMoneyAtTheClinicsOwnAddress() {
        connect("roshni@okhdfcbank");

        var waiting = (Waiting) open(150_000);

        assertThat(waiting.providerRef()).isEqualTo(UpiLink.reference(paymentId));
        assertThat(waiting.page().toString())
                .startsWith("upi://pay?pa=roshni@okhdfcbank&pn=Roshni%20Clinic&tr=" + waiting.providerRef())
                .contains("&tn=RC-2026-7&am=1500.00&cu=INR");
    }

    @Test
    void showsTheSameLinkAgainWhateverTheAddressIsNow() {
        connect("roshni@okhdfcbank");
        var first = open(150_000);
        connect("other@okaxis");

        assertThat(open(150_000)).isEqualTo(first);
        assertThat(look(((Waiting) first).providerRef())).isEqualTo(first);
    }

    @Test
    void isPaidOnlyWhenACreditOfTheBankIsMatchedToIt() {
        var ref = ((Waiting) open(150_000)).providerRef();
        take("03/11/2025,UPI/ASHA/" + ref + ",632511223344,,1500.00\n");
        assertThat(look(ref)).as("a credit that is there").isInstanceOf(Waiting.class);

        var candidate = inClinic(() -> lines.candidates(Money.of(150_000, "INR"), List.of(ref)))
                .get(0);
        assertThat(candidate.named()).isTrue();
        inClinic(() -> lines.match(candidate.credit().id(), paymentId, UUID.randomUUID()));
        assertThat(look(ref)).isInstanceOfSatisfying(Succeeded.class, paid -> {
            assertThat(paid.amount()).isEqualTo(Money.of(150_000, "INR"));
            assertThat(paid.with().kind()).isEqualTo("upi");
        });
    }

    @Test
    void tellsTheAmountThatReallyCame() {
        var ref = ((Waiting) open(150_000)).providerRef();
        take("03/11/2025,UPI/ASHA,632511223344,,1400.00\n");
        inClinic(() -> lines.match(lines.unmatched(null, 1).get(0).id(), paymentId, null));

        assertThat(((Succeeded) look(ref)).amount()).isEqualTo(Money.of(140_000, "INR"));
    }

    @Test
    void isClosedWithoutProofAndPaidWithIt() {
        var ref = ((Waiting) open(150_000)).providerRef();

        assertThat(inClinic(() -> gateway().close(ref))).isEqualTo(new Declined(ref, DeclineCode.CANCELLED));
        take("03/11/2025,UPI/ASHA,632511223344,,1500.00\n");
        inClinic(() -> lines.match(lines.unmatched(null, 1).get(0).id(), paymentId, null));
        assertThat(look(ref)).isInstanceOf(Succeeded.class);
    }

    @Test
    void declinesWhatUpiCannotCarry() {
        assertThat(inClinic(() -> gateway().open(order(Money.of(100, "USD")))))
                .isEqualTo(new Declined(null, DeclineCode.METHOD_NOT_USABLE));
    }

    @Test
    void leavesRefundsToPeople() {
        var order = new RefundOrder(UUID.randomUUID(), "ref", Money.of(100, "INR"), "requested_by_patient");

        assertThat(inClinic(() -> gateway().refund(order))).isEqualTo(new RefundResult.Refused(null, "by_hand"));
    }

    private void connect(String address) {
        inClinic(() -> accounts.connect(new AccountDraft(
                Gateway.UPI, Mode.LIVE, List.of("INR"), Map.of("vpa", address, "payee_name", "Roshni Clinic"))));
    }

    private void take(String line) {
        var file = ("Date,Narration,Ref No,Debit,Credit\n" + line).getBytes(StandardCharsets.UTF_8);
        inClinic(() -> statements.take("Current", Currency.getInstance("INR"), DateOrder.DAY_FIRST, file, null));
    }

    private PaymentGateway gateway() {
        return gateways.of(Gateway.UPI);
    }

    private PaymentResult open(long paise) {
        return inClinic(() -> gateway().open(order(Money.of(paise, "INR"))));
    }

    private PaymentResult look(String ref) {
        return inClinic(() -> gateway().look(ref));
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

    private <T> T inClinic(Supplier<T> work) {
        return scope.call(clinicId, work);
    }
}
