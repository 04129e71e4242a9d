package org.carewright.billing.mail;

import java.util.UUID;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.messaging.Channel;
import org.carewright.messaging.MessageOrder;
import org.carewright.messaging.MessageService;
import org.carewright.messaging.MessageStatus;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends invoices of the clinic in scope to their patients, with the paper and the way to the portal (BIL-2). */
@Service
public class InvoiceMails {

    static final String ISSUED = "invoice-issued";

    private final Invoices invoices;
    private final MessageService messages;

    InvoiceMails(Invoices invoices, MessageService messages) {
        this.invoices = invoices;
        this.messages = messages;
    }

    /**
     * Mails the invoice in the patient's language; the same occasion again sends nothing. It is part of what the patient
     * bought, so a preferred channel doesn't count, but an address that has opted out gets nothing.
     *
     * @param occasion tells mails of the same invoice apart; {@code InvoiceProcess} sends the first as {@code once}
     * @return where the mail stands
     * @throws ProblemException 404; {@code invoice_not_issued} (409) for a draft or a cancelled one
     * @throws org.carewright.integrations.effect.EffectUnsettledException try again later
     * @throws org.carewright.integrations.effect.EffectNotTakenException the provider didn't take it; try again
     */
    @Transactional
    public MessageStatus send(UUID invoiceId, String occasion) {
        var invoice = invoices.get(invoiceId);
        if (invoice.number() == null || invoice.status() == InvoiceStatus.CANCELLED) {
            throw new ProblemException(HttpStatus.CONFLICT, "invoice_not_issued");
        }
        return messages.send(new MessageOrder(Channel.EMAIL, ISSUED, "invoice", invoiceId, occasion, null));
    }
}
