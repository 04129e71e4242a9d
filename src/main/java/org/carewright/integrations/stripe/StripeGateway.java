package org.carewright.integrations.stripe;

import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.account.PaymentObjects.Kind;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateway;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.ProviderMovement;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.integrations.payment.SetupOrder;
import org.carewright.integrations.payment.SetupResult;
import org.carewright.integrations.payment.StoredCharge;
import org.springframework.stereotype.Component;

/** Takes money through Stripe; idempotency keys are made of our ids and the same at every repetition. */
@Component
class StripeGateway implements PaymentGateway {

    private static final String NO_ACCOUNT = "no_account";

    private final StripeCalls calls;
    private final StripeMovements movements;
    private final ProviderAccounts accounts;
    private final PaymentObjects objects;
    private final StripeLookups lookups;

    StripeGateway(
            StripeCalls calls,
            StripeMovements movements,
            ProviderAccounts accounts,
            PaymentObjects objects,
            StripeLookups lookups) {
        this.calls = calls;
        this.movements = movements;
        this.accounts = accounts;
        this.objects = objects;
        this.lookups = lookups;
    }

    @Override
    public Gateway gateway() {
        return Gateway.STRIPE;
    }

    @Override
    public PaymentResult open(PaymentOrder order) {
        var account =
                begin(order.paymentId(), Kind.PAYMENT, order.amount().currency().getCurrencyCode());
        if (account.isEmpty()) {
            return new PaymentResult.NotTaken(NO_ACCOUNT);
        }
        String customer = null;
        if (order.patientId() != null) {
            try {
                customer = lookups.customer(account.get(), order.patientId());
            } catch (StripeLookups.CustomerNotMade e) {
                return new PaymentResult.NotTaken(e.getMessage());
            }
        }
        var params = StripeOrders.payment(order, customer);
        var answer = calls.call(account.get(), client -> client.v1()
                .checkout()
                .sessions()
                .create(params, StripeCalls.key("payment:" + order.paymentId())));
        return result(answer, session -> {
            objects.made(order.paymentId(), Gateway.STRIPE, session.getId());
            return StripeReading.payment(session);
        });
    }

    @Override
    public PaymentResult charge(StoredCharge charge) {
        var account = begin(
                charge.paymentId(), Kind.PAYMENT, charge.amount().currency().getCurrencyCode());
        if (account.isEmpty()) {
            return new PaymentResult.NotTaken(NO_ACCOUNT);
        }
        var answer = calls.call(account.get(), client -> client.v1()
                .paymentIntents()
                .create(StripeOrders.charge(charge), StripeCalls.key("payment:" + charge.paymentId())));
        return result(answer, intent -> {
            objects.made(charge.paymentId(), Gateway.STRIPE, intent.getId());
            return StripeReading.payment(intent);
        });
    }

    private <T> PaymentResult result(StripeAnswer<T> answer, Function<T, PaymentResult> ok) {
        if (answer instanceof StripeAnswer.Ok<T> made) {
            return ok.apply(made.object());
        } else if (answer instanceof StripeAnswer.Card<T> card) {
            return declined(card);
        } else if (answer instanceof StripeAnswer.Refused<T> refused) {
            return new PaymentResult.Declined(null, StripeReading.decline(null, refused.code()));
        }
        return new PaymentResult.NotTaken(((StripeAnswer.NotTaken<T>) answer).code());
    }

    /** A declined charge has left an intent, by which the decline can be looked at again. */
    private PaymentResult declined(StripeAnswer.Card<?> card) {
        var intent = card.error().getPaymentIntent();
        if (intent == null) {
            return new PaymentResult.Declined(null, StripeReading.decline(card.error()));
        }
        var paymentId = intent.getMetadata().get(StripeOrders.PAYMENT_ID);
        objects.made(UUID.fromString(paymentId), Gateway.STRIPE, intent.getId());
        return new PaymentResult.Declined(intent.getId(), StripeReading.decline(card.error()));
    }

    @Override
    public SetupResult setUp(SetupOrder order) {
        var account = begin(order.setupId(), Kind.SETUP, order.currency().getCurrencyCode());
        if (account.isEmpty()) {
            return new SetupResult.NotTaken(NO_ACCOUNT);
        }
        String customer;
        try {
            customer = lookups.customer(account.get(), order.patientId());
        } catch (StripeLookups.CustomerNotMade e) {
            return new SetupResult.NotTaken(e.getMessage());
        }
        var params = StripeOrders.setup(order, customer);
        var answer = calls.call(
                account.get(),
                client ->
                        client.v1().checkout().sessions().create(params, StripeCalls.key("setup:" + order.setupId())));
        if (answer instanceof StripeAnswer.Ok<Session> made) {
            objects.made(order.setupId(), Gateway.STRIPE, made.object().getId());
            return StripeReading.setup(made.object());
        }
        return answer instanceof StripeAnswer.NotTaken<Session> notTaken
                ? new SetupResult.NotTaken(notTaken.code())
                : new SetupResult.Failed(null, DeclineCode.OTHER);
    }

    @Override
    public SetupResult lookSetUp(String providerRef) {
        return StripeReading.setup(lookups.session(lookups.account(providerRef), providerRef));
    }

    @Override
    public void forget(String methodRef) {
        // Which account keeps the card isn't known by the card's id: the clinic's own ones are asked in turn.
        for (var account : accounts.usable(Gateway.STRIPE)) {
            calls.call(account, client -> client.v1().paymentMethods().detach(methodRef));
        }
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        var account = objects.begin(
                order.refundId(),
                Kind.REFUND,
                Gateway.STRIPE,
                () -> objects.accountOf(Gateway.STRIPE, order.paymentRef()));
        if (account.isEmpty()) {
            return new RefundResult.NotTaken(NO_ACCOUNT);
        }
        var intent = lookups.intentOf(account.get(), order.paymentRef());
        if (intent == null) {
            return new RefundResult.Refused(null, "not_paid");
        }
        var answer = calls.call(account.get(), client -> client.v1()
                .refunds()
                .create(StripeOrders.refund(order, intent), StripeCalls.key("refund:" + order.refundId())));
        if (answer instanceof StripeAnswer.Ok<Refund> made) {
            objects.made(order.refundId(), Gateway.STRIPE, made.object().getId());
            return StripeReading.refund(made.object());
        } else if (answer instanceof StripeAnswer.NotTaken<Refund> notTaken) {
            return new RefundResult.NotTaken(notTaken.code());
        } else if (answer instanceof StripeAnswer.Refused<Refund> refused) {
            return new RefundResult.Refused(null, refused.code());
        }
        return new RefundResult.Refused(null, "card_error");
    }

    @Override
    public PaymentResult look(String providerRef) {
        var account = lookups.account(providerRef);
        return StripeLookups.isSession(providerRef)
                ? StripeReading.payment(lookups.session(account, providerRef))
                : StripeReading.payment(lookups.intent(account, providerRef));
    }

    @Override
    public PaymentResult close(String providerRef) {
        var account = lookups.account(providerRef);
        if (!StripeLookups.isSession(providerRef)) {
            calls.call(account, client -> client.v1().paymentIntents().cancel(providerRef));
            return look(providerRef);
        }
        calls.call(account, client -> client.v1().checkout().sessions().expire(providerRef));
        // Refused when it was paid or has ended meanwhile; how it stands now is the answer either way.
        var now = look(providerRef);
        return now instanceof PaymentResult.Declined declined && declined.code() == DeclineCode.EXPIRED
                ? new PaymentResult.Declined(declined.providerRef(), DeclineCode.CANCELLED)
                : now;
    }

    @Override
    public RefundResult lookRefund(String providerRef) {
        var answer = calls.call(
                lookups.account(providerRef), client -> client.v1().refunds().retrieve(providerRef));
        return StripeReading.refund(StripeLookups.required(answer));
    }

    @Override
    public Stream<ProviderMovement> movements(Instant from, Instant to) {
        return accounts.usable(Gateway.STRIPE).stream().flatMap(account -> movements.of(account, from, to));
    }

    private Optional<ConnectedAccount> begin(UUID id, Kind kind, String currency) {
        return objects.begin(id, kind, Gateway.STRIPE, () -> accounts.chosen(Gateway.STRIPE, currency));
    }
}
