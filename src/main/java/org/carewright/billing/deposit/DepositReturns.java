package org.carewright.billing.deposit;

import java.util.UUID;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.billing.refund.Refunds;
import org.springframework.stereotype.Component;

/** Money of deposits that goes back by the rules, the way it came; nobody has to agree. */
@Component
class DepositReturns {

    private final Payments payments;
    private final Refunds refunds;
    private final RefundRuns runs;

    DepositReturns(Payments payments, Refunds refunds, RefundRuns runs) {
        this.payments = payments;
        this.refunds = refunds;
        this.runs = runs;
    }

    /** Gives back an amount of what was paid of a deposit's invoice, the oldest payment first. @param minor may be zero */
    void give(UUID invoiceId, long minor) {
        var left = minor;
        for (var payment : payments.ofInvoice(invoiceId)) {
            left -= give(payment, left, RefundReason.VISIT_CANCELLED);
        }
    }

    /** Gives back what came with a payment that was needed no more. */
    void giveOf(UUID paymentId, long minor, RefundReason reason) {
        give(payments.get(paymentId), minor, reason);
    }

    private long give(Payment payment, long minor, RefundReason reason) {
        if (minor <= 0 || payment.status() != PaymentStatus.SUCCEEDED) {
            return 0;
        }
        var part = Math.min(minor, refunds.refundable(payment.id()));
        if (part > 0) {
            runs.requestByRule(payment.id(), part, reason);
        }
        return part;
    }
}
