package org.carewright.billing.process;

import java.util.UUID;
import org.carewright.billing.payment.Payments;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.springframework.stereotype.Component;

/** What messages about a payment say. */
@Component
class PaymentSubjects implements MessageSubjects {

    private final Payments payments;
    private final BillingSubjects words;

    PaymentSubjects(Payments payments, BillingSubjects words) {
        this.payments = payments;
        this.words = words;
    }

    @Override
    public String type() {
        return "payment";
    }

    @Override
    public MessageSubject load(UUID id) {
        var payment = payments.get(id);
        return words.of(payment.patientId(), payment.receipt(), payment.amount(), null);
    }
}
