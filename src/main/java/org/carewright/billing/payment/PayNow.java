package org.carewright.billing.payment;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.EngineConflicts;
import org.carewright.shared.web.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A patient pays what is left of an invoice on the provider's page (BIL-3). That they come back proves nothing: the
 * provider is asked how the payment stands, and its event books the same payment once, whichever is first.
 */
@Service
public class PayNow {

    private static final int TRIES = 5;

    private final Payments payments;
    private final Invoices invoices;
    private final PaymentGateways gateways;
    private final ProviderAccounts accounts;
    private final PublicUrl url;
    private final TransactionTemplate transaction;
    private final ProviderAnswers answers;
    private final PaymentPages pages;

    PayNow(
            Payments payments,
            Invoices invoices,
            PaymentGateways gateways,
            ProviderAccounts accounts,
            PublicUrl url,
            TransactionTemplate transaction,
            ProviderAnswers answers,
            PaymentPages pages) {
        this.payments = payments;
        this.invoices = invoices;
        this.gateways = gateways;
        this.accounts = accounts;
        this.url = url;
        this.transaction = transaction;
        this.answers = answers;
        this.pages = pages;
    }

    /**
     * How a payment stands.
     *
     * @param page where the patient goes on to pay, null when there is nothing to do there
     */
    public record Standing(Payment payment, URI page) {}

    /**
     * Through what a patient could pay in that currency so that the provider itself says at once that they have; empty
     * when the clinic has nothing of the kind. Not UPI: its link proves nothing, staff or a bank statement say so later.
     */
    public Optional<Gateway> confirmed(String currency) {
        return offered(currency).stream().filter(way -> way != Gateway.UPI).findFirst();
    }

    /** All through what a patient could pay in that currency now, the usual one first. */
    public List<Gateway> offered(String currency) {
        return accounts.offered(currency).stream().filter(gateways::has).toList();
    }

    /**
     * Notes that the patient means to pay; nobody is asked yet. Not in a caller's transaction: what is meant is kept
     * before the provider hears of it.
     *
     * @param paymentId made with the page, so that a button pressed twice makes one payment; one that is open already
     *     for the same amount is taken instead, so that a patient with two tabs pays once
     * @throws ProblemException 404; {@code invoice_not_open}, {@code no_online_payment} (409)
     */
    public Payment begin(UUID paymentId, UUID invoiceId) {
        return begin(paymentId, invoiceId, null, null);
    }

    /**
     * Like {@link #begin(UUID, UUID)}, in a way the payer has chosen.
     *
     * @param chosen null for the usual one
     * @param part null for all that is left to pay
     * @throws ProblemException also {@code payment_above_invoice} (409)
     */
    public Payment begin(UUID paymentId, UUID invoiceId, Gateway chosen, Money part) {
        return transaction.execute(status -> {
            var invoice = invoices.get(invoiceId);
            if (!invoice.status().isOpen() || invoice.outstandingMinor() <= 0) {
                throw new ProblemException(HttpStatus.CONFLICT, "invoice_not_open");
            }
            var currency = invoice.currency().getCurrencyCode();
            var gateway = offered(currency).stream()
                    .filter(each -> chosen == null || each == chosen)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "no_online_payment"));
            var amount = part == null ? invoice.outstanding() : part;
            var open = pages.openFor(invoiceId, gateway.code(), amount);
            if (open.isPresent()) {
                return open.get();
            }
            var payment = payments.begin(new NewPayment(
                    paymentId,
                    invoice.patientId(),
                    invoiceId,
                    gateway.code(),
                    gateway == Gateway.UPI ? PaymentMethod.UPI : PaymentMethod.CARD,
                    amount,
                    isLive(gateway, currency)));
            if (!Objects.equals(payment.invoiceId(), invoiceId)) {
                throw ProblemException.notFound();
            }
            return payment;
        });
    }

    private boolean isLive(Gateway gateway, String currency) {
        return accounts.chosen(gateway, currency).map(ConnectedAccount::isLive).orElse(false);
    }

    /**
     * Opens the provider's page, or gives the one that is open. Not in a transaction, as it takes time.
     *
     * @param back path of ours where the patient comes back to
     */
    public Standing open(UUID paymentId, String back, Locale locale) {
        var payment = payments.get(paymentId);
        if (isOver(payment)) {
            return new Standing(payment, null);
        }
        pages.closeOthers(payment.invoiceId(), paymentId);
        var number = invoices.get(payment.invoiceId()).number();
        var home = URI.create(url.of(back));
        var result = gateways.of(gatewayOf(payment))
                .open(new PaymentOrder(
                        paymentId, payment.amount(), number, payment.patientId(), false, home, home, locale));
        return settle(payment, result);
    }

    /** Asks the provider how it stands, unless that is known. Not in a transaction, as it takes time. */
    public Standing look(UUID paymentId) {
        var payment = payments.get(paymentId);
        return isOver(payment) || payment.objectRef() == null
                ? new Standing(payment, null)
                : settle(payment, gateways.of(gatewayOf(payment)).look(payment.objectRef()));
    }

    private static boolean isOver(Payment payment) {
        return !payment.status().isUnderWay() || payment.gateway().equals(NewPayment.MANUAL);
    }

    private static Gateway gatewayOf(Payment payment) {
        return Gateway.ofCode(payment.gateway())
                .orElseThrow(() -> new IllegalStateException("Payment " + payment.id() + " has no gateway"));
    }

    private Standing settle(Payment payment, PaymentResult result) {
        // Its event may be booked at the same moment, or a process act on what waits for it.
        var page = EngineConflicts.retry(
                TRIES,
                () -> transaction.execute(status -> {
                    var open = answers.keep(payment.id(), result);
                    open.ifPresent(address -> pages.watch(payment.id()));
                    return open;
                }));
        return new Standing(payments.get(payment.id()), page.orElse(null));
    }
}
