package org.carewright.billing.process;

import java.util.UUID;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.Refunds;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.springframework.stereotype.Component;

/** What messages about a refund say. */
@Component
class RefundSubjects implements MessageSubjects {

    private final Refunds refunds;
    private final Payments payments;
    private final BillingSubjects words;

    RefundSubjects(Refunds refunds, Payments payments, BillingSubjects words) {
        this.refunds = refunds;
        this.payments = payments;
        this.words = words;
    }

    @Override
    public String type() {
        return "refund";
    }

    @Override
    public MessageSubject load(UUID id) {
        var refund = refunds.get(id);
        return words.of(payments.get(refund.paymentId()).patientId(), null, refund.amount(), null);
    }
}
