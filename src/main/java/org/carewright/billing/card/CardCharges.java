package org.carewright.billing.card;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.PaymentPages;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.integrations.account.ConnectedAccount;
import org.carewright.integrations.account.ProviderAccounts;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.StoredCharge;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Charges saved cards without the patient. What makes a charge the same charge is the payment's id, made of the invoice
 * and the occasion: a job that runs twice, or dies between the provider's answer and the ledger, takes the money once.
 */
@Service
public class CardCharges {

    private final SavedCards cards;
    private final Invoices invoices;
    private final Payments payments;
    private final PaymentPages pages;
    private final PaymentGateways gateways;
    private final ProviderAccounts accounts;
    private final TransactionTemplate own;
    private final Clock clock;

    CardCharges(
            SavedCards cards,
            Invoices invoices,
            Payments payments,
            PaymentPages pages,
            PaymentGateways gateways,
            ProviderAccounts accounts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.cards = cards;
        this.invoices = invoices;
        this.payments = payments;
        this.pages = pages;
        this.gateways = gateways;
        this.accounts = accounts;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Begun(Payment payment, SavedCard card, String reference) {}

    /**
     * Charges what is left to pay of an invoice to the patient's card.
     *
     * @param occasion tells several charges of one invoice apart, e.g. the step of collection
     * @throws CardNotReachedException when certainly nothing was taken; call again
     * @throws org.carewright.integrations.effect.EffectUnsettledException when the answer was lost; call again
     */
    public ChargeResult charge(UUID invoiceId, String occasion) {
        var id = UUID.nameUUIDFromBytes(("charge:" + invoiceId + ":" + occasion).getBytes(StandardCharsets.UTF_8));
        // Else the patient could pay on a page while the card is charged.
        pages.closeOthers(invoiceId, id);
        // Committed before the provider is asked: its event may be here before its answer.
        var begun = own.execute(status -> begin(id, invoiceId));
        if (begun == null) {
            return new ChargeResult.NothingToDo();
        }
        var status = begun.payment().status();
        if (status == PaymentStatus.SUCCEEDED) {
            return new ChargeResult.Charged();
        }
        if (status == PaymentStatus.FAILED) {
            return new ChargeResult.Declined(begun.payment().failure());
        }
        var result = gateways.of(begun.card().gateway())
                .charge(new StoredCharge(
                        id,
                        begun.payment().amount(),
                        begun.card().method().customerRef(),
                        begun.card().method().methodRef(),
                        begun.reference()));
        return settle(id, begun.card(), result);
    }

    private Begun begin(UUID id, UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        var card = cards.usable(invoice.patientId());
        if (card.isEmpty()) {
            return null;
        }
        var there = payments.ofInvoice(invoiceId).stream()
                .filter(payment -> payment.id().equals(id))
                .findFirst();
        if (there.isPresent()) {
            return new Begun(there.get(), card.get(), invoice.number());
        }
        if (!invoice.status().isOpen() || invoice.outstandingMinor() == 0) {
            return null;
        }
        var live = accounts.chosen(card.get().gateway(), invoice.currency().getCurrencyCode())
                .map(ConnectedAccount::isLive)
                .orElse(false);
        var payment = payments.begin(new NewPayment(
                id,
                invoice.patientId(),
                invoiceId,
                card.get().gateway().code(),
                PaymentMethod.CARD,
                invoice.outstanding(),
                live));
        return new Begun(payment, card.get(), invoice.number());
    }

    private ChargeResult settle(UUID id, SavedCard card, PaymentResult result) {
        if (result instanceof PaymentResult.Succeeded succeeded) {
            payments.received(
                    id,
                    succeeded.amount(),
                    succeeded.providerRef(),
                    new org.carewright.billing.payment.PaidWith(PaymentMethod.CARD, card.brand(), card.last4(), null),
                    clock.instant());
            return new ChargeResult.Charged();
        } else if (result instanceof PaymentResult.Waiting waiting) {
            // A page would help nobody here: the patient isn't at it.
            if (waiting.page() != null) {
                payments.failed(id, DeclineCode.AUTHENTICATION_REQUIRED.code());
                return new ChargeResult.Declined(DeclineCode.AUTHENTICATION_REQUIRED.code());
            }
            payments.opened(id, waiting.providerRef(), true);
            return new ChargeResult.Waiting();
        } else if (result instanceof PaymentResult.Declined declined) {
            payments.failed(id, declined.code().code());
            return new ChargeResult.Declined(declined.code().code());
        }
        throw new CardNotReachedException(((PaymentResult.NotTaken) result).code());
    }
}
