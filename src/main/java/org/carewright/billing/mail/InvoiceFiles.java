package org.carewright.billing.mail;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.paper.Papers;
import org.carewright.messaging.MessageFile;
import org.carewright.messaging.MessageFiles;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The invoice as it is when a mail asks for its payment. */
@Component
class InvoiceFiles implements MessageFiles {

    private static final Set<String> CARRIED_BY = Set.of(InvoiceMails.ISSUED, "invoice-overdue");

    private final Invoices invoices;
    private final Papers papers;

    InvoiceFiles(Invoices invoices, Papers papers) {
        this.invoices = invoices;
        this.papers = papers;
    }

    @Override
    public String subjectType() {
        return "invoice";
    }

    @Override
    public List<MessageFile> of(UUID invoiceId, String template) {
        var number = CARRIED_BY.contains(template) ? invoices.get(invoiceId).number() : null;
        return number == null
                ? List.of()
                : List.of(new MessageFile(
                        number + ".pdf", MediaType.APPLICATION_PDF_VALUE, () -> papers.invoice(invoiceId)));
    }
}
