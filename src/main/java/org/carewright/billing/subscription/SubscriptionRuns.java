package org.carewright.billing.subscription;

import java.util.Date;
import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.invoice.InvoiceSettled;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.subscription.SubscriptionMapper.PeriodRow;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What {@code SubscriptionProcess} does, each step harmless when run again, and what reaches it from invoices. */
@Service
public class SubscriptionRuns {

    private final SubscriptionMapper subscriptions;
    private final SubscriptionProcess process;
    private final Periods periods;
    private final PeriodInvoices invoices;
    private final PriceNotices notices;
    private final SavedCards cards;
    private final Ledger ledger;

    SubscriptionRuns(
            SubscriptionMapper subscriptions,
            SubscriptionProcess process,
            Periods periods,
            PeriodInvoices invoices,
            PriceNotices notices,
            SavedCards cards,
            Ledger ledger) {
        this.subscriptions = subscriptions;
        this.process = process;
        this.periods = periods;
        this.invoices = invoices;
        this.notices = notices;
        this.cards = cards;
        this.ledger = ledger;
    }

    /**
     * A period's invoice.
     *
     * @param cardToCharge whether something is to be paid and the patient agreed to a card being charged
     * @param overdueAt the moment the due day is over
     */
    public record Invoiced(UUID invoiceId, boolean cardToCharge, Date overdueAt) {}

    /** Invoices the period, uses the patient's credit of earlier periods, and hands the invoice to collection. */
    @Transactional
    public Invoiced invoice(UUID periodId) {
        var period = subscriptions.period(periodId);
        var subscription = subscriptions.lock(period.subscriptionId());
        var invoice = invoices.invoice(subscription, period);
        var charge = subscription.byCard()
                && invoice.status().isOpen()
                && cards.usable(subscription.patientId()).isPresent();
        return new Invoiced(invoice.id(), charge, process.at(invoice.dueOn().plusDays(1)));
    }

    /** The card was declined or the due day is over: past due, unless nothing is left to pay of the period. */
    @Transactional
    public void pastDue(UUID periodId) {
        var period = subscriptions.period(periodId);
        var subscription = subscriptions.lock(period.subscriptionId());
        if (subscription.state() == SubscriptionStatus.ACTIVE && invoices.isOpen(period.invoiceId())) {
            subscriptions.setStatus(subscription.id(), SubscriptionStatus.PAST_DUE.code(), null);
        }
    }

    /** Begins what follows the period. */
    @Transactional
    public Renewal renew(UUID periodId) {
        PeriodRow period = subscriptions.period(periodId);
        Row subscription = subscriptions.lock(period.subscriptionId());
        var renewal = periods.renew(subscription, subscriptions.period(periodId));
        if (subscription.state() == SubscriptionStatus.SUSPENDED && renewal == Renewal.RENEWED) {
            notices.tellWhatIsMissed(subscriptions.byId(subscription.id()));
        }
        return renewal;
    }

    /** Ends what was suspended for too long. */
    @Transactional
    public void end(UUID subscriptionId) {
        var subscription = subscriptions.lock(subscriptionId);
        if (subscription.state() != SubscriptionStatus.CANCELLED) {
            periods.end(subscription, ledger.today());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(InvoiceSettled settled) {
        var id = subscriptions.byInvoice(settled.invoiceId());
        if (id == null || invoices.wasGivenUp(settled.invoiceId())) {
            return;
        }
        var subscription = subscriptions.lock(id);
        var state = subscription.state();
        if (state == SubscriptionStatus.PAST_DUE && !invoices.isOpen(subscription.invoiceId())) {
            subscriptions.setStatus(id, SubscriptionStatus.ACTIVE.code(), null);
        } else if (state == SubscriptionStatus.SUSPENDED
                && subscriptions.overdueInvoices(id, ledger.today()) == 0
                && !invoices.isOpen(subscription.invoiceId())) {
            process.tell(subscription, SubscriptionVariables.SETTLED);
        }
    }
}
