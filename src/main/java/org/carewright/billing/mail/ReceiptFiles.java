package org.carewright.billing.mail;

import java.util.List;
import java.util.UUID;
import org.carewright.billing.paper.Papers;
import org.carewright.billing.payment.Payments;
import org.carewright.messaging.MessageFile;
import org.carewright.messaging.MessageFiles;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The receipt of a payment that a mail thanks for. */
@Component
class ReceiptFiles implements MessageFiles {

    private static final String RECEIPT = "payment-receipt";

    private final Payments payments;
    private final Papers papers;

    ReceiptFiles(Payments payments, Papers papers) {
        this.payments = payments;
        this.papers = papers;
    }

    @Override
    public String subjectType() {
        return "payment";
    }

    @Override
    public List<MessageFile> of(UUID paymentId, String template) {
        var number = template.equals(RECEIPT) ? payments.get(paymentId).receipt() : null;
        return number == null
                ? List.of()
                : List.of(new MessageFile(
                        number + ".pdf", MediaType.APPLICATION_PDF_VALUE, () -> papers.receipt(paymentId)));
    }
}
