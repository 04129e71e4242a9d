package org.carewright.integrations.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectNotTakenException;
import org.carewright.integrations.effect.EffectOutcome;
import org.carewright.integrations.effect.Effects;

/**
 * A gateway whose calls with an effect happen once: the effect keeps the provider's id, and a repeated call looks how
 * that object stands now instead of making another.
 */
final class OnceGateway implements PaymentGateway {

    /** Providers keep idempotency keys for at least a day; later a repeat could be a second payment. */
    private static final Duration SAFE_FOR = Duration.ofHours(23);

    private final PaymentGateway adapter;
    private final Effects effects;

    OnceGateway(PaymentGateway adapter, Effects effects) {
        this.adapter = adapter;
        this.effects = effects;
    }

    @Override
    public Gateway gateway() {
        return adapter.gateway();
    }

    @Override
    public PaymentResult open(PaymentOrder order) {
        return payment("payment:" + order.paymentId(), () -> adapter.open(order));
    }

    @Override
    public PaymentResult charge(StoredCharge charge) {
        return payment("payment:" + charge.paymentId(), () -> adapter.charge(charge));
    }

    private PaymentResult payment(String key, Supplier<PaymentResult> call) {
        return once(
                key,
                call,
                OnceGateway::sent,
                adapter::look,
                code -> new PaymentResult.Declined(null, code(code)),
                PaymentResult.NotTaken::new);
    }

    @Override
    public SetupResult setUp(SetupOrder order) {
        return once(
                "setup:" + order.setupId(),
                () -> adapter.setUp(order),
                OnceGateway::sent,
                adapter::lookSetUp,
                code -> new SetupResult.Failed(null, code(code)),
                SetupResult.NotTaken::new);
    }

    @Override
    public RefundResult refund(RefundOrder order) {
        return once(
                "refund:" + order.refundId(),
                () -> adapter.refund(order),
                OnceGateway::sent,
                adapter::lookRefund,
                code -> new RefundResult.Refused(null, code),
                RefundResult.NotTaken::new);
    }

    private <R> R once(
            String key,
            Supplier<R> call,
            Function<R, SendResult> sent,
            Function<String, R> look,
            Function<String, R> refused,
            Function<String, R> notTaken) {
        var answer = new Answer<R>();
        try {
            var outcome = effects.repeatable(
                    key, gateway().code(), SAFE_FOR, effectId -> sent.apply(answer.keep(call.get())));
            if (answer.value != null) {
                return answer.value;
            }
            return outcome instanceof EffectOutcome.Done done
                    ? look.apply(done.providerRef())
                    : refused.apply(((EffectOutcome.Rejected) outcome).reason());
        } catch (EffectNotTakenException e) {
            return notTaken.apply(e.code());
        }
    }

    private static final class Answer<R> {
        private R value;

        R keep(R answered) {
            value = answered;
            return answered;
        }
    }

    /** Whatever has an id at the provider exists there, also when it was declined. */
    private static SendResult sent(PaymentResult result) {
        if (result instanceof PaymentResult.Succeeded succeeded) {
            return new SendResult.Accepted(succeeded.providerRef());
        } else if (result instanceof PaymentResult.Waiting waiting) {
            return new SendResult.Accepted(waiting.providerRef());
        } else if (result instanceof PaymentResult.Declined declined) {
            return accepted(declined.providerRef(), declined.code().code());
        }
        return notTaken(((PaymentResult.NotTaken) result).code());
    }

    private static SendResult sent(SetupResult result) {
        if (result instanceof SetupResult.Saved saved) {
            return new SendResult.Accepted(saved.providerRef());
        } else if (result instanceof SetupResult.Waiting waiting) {
            return new SendResult.Accepted(waiting.providerRef());
        } else if (result instanceof SetupResult.Failed failed) {
            return accepted(failed.providerRef(), failed.code().code());
        }
        return notTaken(((SetupResult.NotTaken) result).code());
    }

    private static SendResult sent(RefundResult result) {
        if (result instanceof RefundResult.Succeeded succeeded) {
            return new SendResult.Accepted(succeeded.providerRef());
        } else if (result instanceof RefundResult.Waiting waiting) {
            return new SendResult.Accepted(waiting.providerRef());
        } else if (result instanceof RefundResult.Refused refused) {
            return accepted(refused.providerRef(), refused.code());
        }
        return notTaken(((RefundResult.NotTaken) result).code());
    }

    private static SendResult accepted(String providerRef, String code) {
        return providerRef == null ? new SendResult.Refused(code, code) : new SendResult.Accepted(providerRef);
    }

    private static SendResult notTaken(String code) {
        return new SendResult.NotTaken(code, code);
    }

    private static DeclineCode code(String kept) {
        for (var code : DeclineCode.values()) {
            if (code.code().equals(kept)) {
                return code;
            }
        }
        return DeclineCode.OTHER;
    }

    @Override
    public SetupResult lookSetUp(String providerRef) {
        return adapter.lookSetUp(providerRef);
    }

    @Override
    public void forget(String methodRef) {
        adapter.forget(methodRef);
    }

    @Override
    public PaymentResult look(String providerRef) {
        return adapter.look(providerRef);
    }

    @Override
    public PaymentResult close(String providerRef) {
        return adapter.close(providerRef);
    }

    @Override
    public RefundResult lookRefund(String providerRef) {
        return adapter.lookRefund(providerRef);
    }

    @Override
    public Stream<ProviderMovement> movements(Instant from, Instant to) {
        return adapter.movements(from, to);
    }
}
