package org.carewright.billing.dispute;

import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.billing.payment.Payment;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/** What disputes do to the ledger. The caller holds the payment's lock. */
@Component
class DisputePostings {

    static final String OPENED = "dispute";
    static final String WON = "dispute_won";
    static final String LOST = "dispute_lost";

    private final Ledger ledger;
    private final InvoiceLedger invoices;

    DisputePostings(Ledger ledger, InvoiceLedger invoices) {
        this.ledger = ledger;
        this.invoices = invoices;
    }

    void opened(UUID disputeId, Payment payment, Money amount) {
        post(
                OPENED,
                disputeId,
                amount,
                List.of(
                        Entry.debit(LedgerAccount.DISPUTED, amount.minor(), payment.invoiceId(), payment.id()),
                        money(payment, -amount.minor())));
    }

    void won(UUID disputeId, Payment payment, Money amount) {
        post(
                WON,
                disputeId,
                amount,
                List.of(
                        Entry.credit(LedgerAccount.DISPUTED, amount.minor(), payment.invoiceId(), payment.id()),
                        money(payment, amount.minor())));
    }

    /**
     * What the payment had settled is owed again, what it had left as credit is gone, and what was spent of that credit
     * is lost.
     */
    void lost(UUID disputeId, Payment payment, Money amount) {
        var invoice = payment.invoiceId();
        var credit = invoice == null
                ? -ledger.balanceOfPayment(payment.id(), LedgerAccount.PATIENT_CREDIT)
                : invoices.creditOf(invoice);
        var settled = invoice == null ? 0 : -ledger.balanceOfPayment(payment.id(), LedgerAccount.RECEIVABLE);
        var owed = Math.min(amount.minor(), Math.max(settled, 0));
        var fromCredit = Math.min(amount.minor() - owed, Math.max(credit, 0));
        var gone = amount.minor() - owed - fromCredit;
        var entries = new java.util.ArrayList<Entry>();
        entries.add(Entry.credit(LedgerAccount.DISPUTED, amount.minor(), invoice, payment.id()));
        if (owed > 0) {
            entries.add(Entry.debit(LedgerAccount.RECEIVABLE, owed, invoice, payment.id()));
        }
        entries.add(Entry.debit(LedgerAccount.PATIENT_CREDIT, fromCredit, invoice, payment.id()));
        entries.add(Entry.debit(LedgerAccount.WRITE_OFF, gone, invoice, payment.id()));
        post(LOST, disputeId, amount, entries);
        if (invoice != null) {
            invoices.settle(invoice);
        }
    }

    private static Entry money(Payment payment, long minor) {
        return Entry.money(payment.method().code(), minor, payment.invoiceId(), payment.id());
    }

    private void post(String kind, UUID disputeId, Money amount, List<Entry> entries) {
        ledger.post(new Posting(kind, disputeId, amount.currency(), entries));
    }
}
