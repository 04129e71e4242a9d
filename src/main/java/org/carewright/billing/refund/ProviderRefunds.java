package org.carewright.billing.refund;

import java.util.UUID;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.RefundOrder;
import org.carewright.integrations.payment.RefundResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives money back: through the provider it came from, or as staff paid it out. */
@Service
public class ProviderRefunds {

    private static final String DONE = "issued";
    private static final String WAITING = "waiting";
    private static final String REFUSED = "refused";

    private final Refunds refunds;
    private final RefundRunMapper runs;
    private final Payments payments;
    private final PaymentGateways gateways;

    ProviderRefunds(Refunds refunds, RefundRunMapper runs, Payments payments, PaymentGateways gateways) {
        this.refunds = refunds;
        this.runs = runs;
        this.payments = payments;
        this.gateways = gateways;
    }

    /**
     * Asks the provider, or how it stands when it was asked before; the provider knows it again by the refund's id.
     *
     * @return {@code issued}, {@code waiting} or {@code refused}
     * @throws RefundNotReachedException when certainly nothing happened; call again
     * @throws org.carewright.integrations.effect.EffectUnsettledException when the answer was lost; call again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String ask(UUID id) {
        var refund = refunds.get(id);
        if (refund.status() == RefundStatus.ISSUING) {
            var payment = payments.get(refund.paymentId());
            var result = gateways.of(Gateway.ofCode(payment.gateway()).orElseThrow())
                    .refund(new RefundOrder(
                            id,
                            payment.providerRef(),
                            refund.amount(),
                            refund.reason().code()));
            settle(id, result);
        }
        return answer(id);
    }

    private void settle(UUID id, RefundResult result) {
        if (result instanceof RefundResult.Succeeded succeeded) {
            refunds.issued(id, succeeded.providerRef());
        } else if (result instanceof RefundResult.Refused refused) {
            refunds.failed(id, refused.code());
        } else if (result instanceof RefundResult.NotTaken notTaken) {
            throw new RefundNotReachedException(notTaken.code());
        }
    }

    /** Locks, so that the provider's word either comes before this or finds the process waiting for it. */
    private String answer(UUID id) {
        runs.lock(id);
        var status = refunds.get(id).status();
        return status == RefundStatus.ISSUED ? DONE : status == RefundStatus.ISSUING ? WAITING : REFUSED;
    }

    /** Staff paid it out. @param method how */
    @Transactional(propagation = Propagation.MANDATORY)
    public String paidOut(UUID id, PaymentMethod method) {
        refunds.issued(id, null, method);
        return DONE;
    }

    /** Staff couldn't pay it out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String notPaidOut(UUID id) {
        refunds.failed(id, "not_paid_out");
        return REFUSED;
    }
}
