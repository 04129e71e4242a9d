package org.carewright.integrations.upi;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.Kind;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.bank.BankLines;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaidWith;
import org.carewright.integrations.payment.PaymentGateway;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.integrations.payment.SetupOrder;
import org.carewright.integrations.payment.SetupResult;
import org.carewright.integrations.payment.StoredCharge;
import org.carewright.integrations.upi.UpiRequestMapper.RequestRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Payments by UPI link. A payment is paid when a credit of the bank's statement was matched to it ({@link BankLines}), or
 * when billing takes it down because a person saw the money; nothing else proves it, and no event ever comes. Money goes
 * back by hand.
 */
@Component
class UpiGateway implements PaymentGateway {

    private static final PaidWith WITH_UPI = new PaidWith("upi", null, null, null, null);

    private final ProviderAccounts accounts;
    private final PaymentObjects objects;
    private final UpiRequestMapper requests;
    private final BankLines lines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UpiGateway(
            ProviderAccounts accounts,
            PaymentObjects objects,
            UpiRequestMapper requests,
            BankLines lines,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.objects = objects;
        this.requests = requests;
        this.lines = lines;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public Gateway gateway() {
        return Gateway.UPI;
    }

    /** Its page is the link itself; {@code QrCode} draws it. */
    @Override
    public PaymentResult open(PaymentOrder order) {
        if (!UpiLink.isPayable(order.amount())) {
            return new PaymentResult.Declined(null, DeclineCode.METHOD_NOT_USABLE);
        }
        var currency = order.amount().currency().getCurrencyCode();
        var account = objects.begin(
                order.paymentId(), Kind.PAYMENT, Gateway.UPI, () -> accounts.chosen(Gateway.UPI, currency));
        if (account.isEmpty()) {
            return new PaymentResult.NotTaken("not_configured");
        }
        var payee = new UpiPayee(
                account.get().credential(UpiAccountKind.ADDRESS), account.get().credential(UpiAccountKind.NAME));
        var reference = UpiLink.reference(order.paymentId());
        var link = new UpiLink(payee, order.amount(), reference, order.reference());
        objects.made(order.paymentId(), Gateway.UPI, reference);
        return waiting(inTransaction(() -> {
            requests.insert(reference, order.paymentId(), link.text(), clock.instant());
            return requests.find(reference);
        }));
    }

    private static PaymentResult waiting(RequestRow request) {
        return new PaymentResult.Waiting(request.reference(), URI.create(request.link()));
    }

    @Override
    public PaymentResult look(String providerRef) {
        var request = inTransaction(() -> requests.find(providerRef));
        if (request == null) {
            return new PaymentResult.NotTaken("unknown_id");
        }
        var credit = lines.ofPayment(request.paymentId());
        if (credit.isPresent()) {
            return new PaymentResult.Succeeded(providerRef, credit.get().amount(), WITH_UPI);
        }
        return request.closedAt() == null
                ? waiting(request)
                : new PaymentResult.Declined(providerRef, DeclineCode.CANCELLED);
    }

    /** The link can't be taken back: whoever has it can still pay, and the credit then waits for billing. */
    @Override
    public PaymentResult close(String providerRef) {
        inTransaction(() -> {
            requests.close(providerRef, clock.instant());
            return null;
        });
        return look(providerRef);
    }

    @Override
    public PaymentResult charge(StoredCharge charge) {
        return new PaymentResult.Declined(null, DeclineCode.AUTHENTICATION_REQUIRED);
    }

    @Override
    public SetupResult setUp(SetupOrder order) {
        return new SetupResult.Failed(null, DeclineCode.METHOD_NOT_USABLE);
    }

    @Override
    public SetupResult lookSetUp(String providerRef) {
        return new SetupResult.Failed(null, DeclineCode.METHOD_NOT_USABLE);
    }

    @Override
    public void forget(String methodRef) {
        // Nothing is kept.
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return new RefundResult.Refused(null, "by_hand");
    }

    @Override
    public RefundResult lookRefund(String providerRef) {
        return new RefundResult.Refused(null, "by_hand");
    }

    /** None: the bank's statement tells, see {@link BankLines}. */
    @Override
    public Stream<ProviderMovement> movements(Instant from, Instant to) {
        return Stream.empty();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
