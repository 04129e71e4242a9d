package org.carewright.billing.subscription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoicePreview;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanPeriod;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.plan.Proration;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.subscription.SubscriptionMapper.PeriodRow;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/** What a period costs on paper: its invoice, and what comes back of it. */
@Component
class PeriodInvoices {

    /** Kind of the posting that pays a period with credit of the periods before it. */
    static final String CREDIT_USED = "plan_credit";

    private final SubscriptionMapper subscriptions;
    private final SubscriptionWords words;
    private final Plans plans;
    private final Invoices invoices;
    private final InvoicePreview preview;
    private final InvoiceLedger invoiceLedger;
    private final InvoiceRuns runs;
    private final Ledger ledger;

    PeriodInvoices(
            SubscriptionMapper subscriptions,
            SubscriptionWords words,
            Plans plans,
            Invoices invoices,
            InvoicePreview preview,
            InvoiceLedger invoiceLedger,
            InvoiceRuns runs,
            Ledger ledger) {
        this.subscriptions = subscriptions;
        this.words = words;
        this.plans = plans;
        this.invoices = invoices;
        this.preview = preview;
        this.invoiceLedger = invoiceLedger;
        this.runs = runs;
        this.ledger = ledger;
    }

    /**
     * Invoices the period, pays what the patient has credit for from periods before, and hands the rest to collection.
     * Asked for twice, it is one invoice.
     */
    Invoice invoice(Row subscription, PeriodRow period) {
        var id = invoices.draft(draft(subscription, period, plans.get(period.planId())));
        subscriptions.setInvoice(period.id(), id);
        invoices.issue(id);
        useCredit(subscription, period, invoices.get(id));
        var issued = invoices.get(id);
        if (issued.status().isOpen()) {
            runs.begin(id);
        }
        return issued;
    }

    private InvoiceDraft draft(Row subscription, PeriodRow period, Plan plan) {
        var source = new InvoiceSource(Kind.PLAN, period.id());
        return draft(subscription.patientId(), source, plan, period.priceMinor(), period.days());
    }

    private InvoiceDraft draft(UUID patientId, InvoiceSource source, Plan plan, long priceMinor, PlanPeriod days) {
        var line = InvoiceDraft.Line.one(plan.serviceId(), words.line(patientId, plan, days), priceMinor);
        return new InvoiceDraft(
                patientId, source, plan.currency(), List.of(line), days.start(), days.lastDay(), null, null);
    }

    /** What an invoice of those days would come to. */
    Money total(UUID patientId, Plan plan, long priceMinor, PlanPeriod days) {
        var sums = preview.of(draft(patientId, InvoiceSource.BY_HAND, plan, priceMinor, days));
        return new Money(sums.totalMinor(), plan.currency());
    }

    private void useCredit(Row subscription, PeriodRow period, Invoice invoice) {
        var left = invoice.outstandingMinor();
        var sources = new ArrayList<Entry>();
        for (var before : subscriptions.invoicesWithCredit(subscription.id())) {
            var used = Math.min(left, invoiceLedger.creditOf(before));
            if (used > 0) {
                sources.add(Entry.debit(LedgerAccount.PATIENT_CREDIT, used, before, null));
                left -= used;
            }
        }
        if (!sources.isEmpty()) {
            invoiceLedger.pay(invoice.id(), CREDIT_USED, period.id(), invoice.outstandingMinor() - left, sources, null);
        }
    }

    /**
     * Takes back what of the period's invoice is for that day and the days after it: what wasn't paid isn't owed, what
     * was paid becomes the patient's credit. Nothing comes back of an invoice that was given up.
     */
    void creditRest(PeriodRow period, LocalDate from) {
        var rest = rest(period, from);
        if (rest > 0) {
            invoiceLedger.credit(period.invoiceId(), rest, null);
        }
    }

    /** What {@link #creditRest} takes back, minor units. */
    long rest(PeriodRow period, LocalDate from) {
        if (period.invoiceId() == null) {
            return 0;
        }
        var invoice = invoices.get(period.invoiceId());
        var givenUp = ledger.balanceOfInvoice(invoice.id(), LedgerAccount.WRITE_OFF) > 0;
        if (invoice.status() == InvoiceStatus.CANCELLED || givenUp) {
            return 0;
        }
        return Math.max(
                0,
                Math.min(
                        Proration.rest(invoice.totalMinor(), period.charged(), from),
                        invoice.totalMinor() - invoice.creditedMinor()));
    }

    /** Whether something of the period is still to be paid. */
    boolean isOpen(UUID invoiceId) {
        return invoiceId != null && invoices.get(invoiceId).status().isOpen();
    }

    /** Whether what was owed was given up instead of paid. */
    boolean wasGivenUp(UUID invoiceId) {
        return ledger.balanceOfInvoice(invoiceId, LedgerAccount.WRITE_OFF) > 0;
    }
}
