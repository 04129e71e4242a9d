package org.carewright.billing.app;

import java.util.Locale;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.PayNow;
import org.carewright.billing.payment.PayNow.Standing;
import org.carewright.billing.payment.Payments;
import org.carewright.identity.InClinic;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;

/**
 * Payments that apps begin and whose state they ask for: the card itself is typed on the provider's page and never
 * comes to us or to the app (BIL-1, BIL-3).
 */
@Service
public class IntentsForApps {

    private static final String OPERATION = "payment";
    private static final String INVOICE = "invoice";
    private static final String BACK = "/portal/payments/";

    private final Invoices invoices;
    private final Payments payments;
    private final PayNow payNow;
    private final ApiRequests requests;
    private final MoneyAccess access;

    IntentsForApps(Invoices invoices, Payments payments, PayNow payNow, ApiRequests requests, MoneyAccess access) {
        this.invoices = invoices;
        this.payments = payments;
        this.payNow = payNow;
        this.requests = requests;
        this.access = access;
    }

    /**
     * Begins to pay what is left of an invoice. Asks the provider, so not in a transaction.
     *
     * @param key the request's own: sent again it is the same payment
     * @return the payment and the provider's page to pay on
     * @throws ProblemException 404; 403 {@code record_closed}; {@code invoice_not_open}, {@code no_online_payment} (409);
     *     422 {@code idempotency_key_reused}
     */
    public Standing create(InClinic asking, String key, UUID invoiceId, Locale locale) {
        var invoice = visible(asking, invoiceId);
        access.read(asking, invoice.patientId(), INVOICE, () -> invoiceId);
        var id = requests.once(
                MoneyAccess.idOf(asking), OPERATION, key, invoiceId, () -> payNow.begin(UUID.randomUUID(), invoiceId)
                        .id());
        return payNow.open(id, BACK + id, locale);
    }

    /**
     * How a payment stands at the provider by now; what was paid is booked. Asks the provider, so not in a transaction.
     *
     * @throws ProblemException 404; 403 {@code record_closed}
     */
    public Standing confirm(InClinic asking, UUID paymentId) {
        var payment = payments.get(paymentId);
        if (payment.invoiceId() == null) {
            throw ProblemException.notFound();
        }
        access.read(asking, payment.patientId(), "payment", () -> paymentId);
        return payNow.look(paymentId);
    }

    private Invoice visible(InClinic asking, UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        if (MoneyAccess.isPortal(asking) && invoice.number() == null) {
            throw ProblemException.notFound();
        }
        return invoice;
    }
}
