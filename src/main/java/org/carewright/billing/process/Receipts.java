package org.carewright.billing.process;

import java.util.UUID;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.messaging.Channel;
import org.carewright.messaging.MessageOrder;
import org.carewright.messaging.MessageService;
import org.springframework.stereotype.Service;

/** Receipts by mail: one for each payment that succeeded, each once. */
@Service
public class Receipts {

    private static final String TEMPLATE = "payment-receipt";
    private static final String ONCE = "once";

    private final Payments payments;
    private final MessageService messages;

    Receipts(Payments payments, MessageService messages) {
        this.payments = payments;
        this.messages = messages;
    }

    /** Sends those that weren't sent yet; throws when one didn't get through, call again. */
    public void send(UUID invoiceId, String processInstanceId) {
        payments.ofInvoice(invoiceId).stream()
                .filter(payment -> payment.status() == PaymentStatus.SUCCEEDED)
                .forEach(payment -> messages.send(
                        new MessageOrder(Channel.EMAIL, TEMPLATE, "payment", payment.id(), ONCE, processInstanceId)));
    }
}
