package org.carewright.billing.process;

import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.springframework.stereotype.Component;

/** What messages about an invoice say. Nobody is asked for money that has come meanwhile. */
@Component
class InvoiceSubjects implements MessageSubjects {

    private final Invoices invoices;
    private final InvoiceRunMapper runs;
    private final BillingSubjects words;

    InvoiceSubjects(Invoices invoices, InvoiceRunMapper runs, BillingSubjects words) {
        this.invoices = invoices;
        this.runs = runs;
        this.words = words;
    }

    @Override
    public String type() {
        return "invoice";
    }

    @Override
    public MessageSubject load(UUID id) {
        var invoice = invoices.get(id);
        return words.of(invoice.patientId(), invoice.number(), invoice.outstanding(), invoice.dueOn());
    }

    @Override
    public boolean overtaken(UUID id, String template) {
        runs.lock(id);
        return !invoices.get(id).status().isOpen();
    }
}
