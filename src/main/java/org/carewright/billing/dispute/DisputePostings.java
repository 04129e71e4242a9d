package org.carewright.billing.dispute;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    static final String FEE = "dispute_fee";
    static final String FEE_CHANGED = "dispute_fee_changed";

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

    /** Books what the provider charges for the dispute in all, as far as it isn't booked. */
    void fee(UUID disputeId, Payment payment, Money inAll) {
        var booked = feeOf(disputeId);
        if (booked == 0) {
            postFee(FEE, disputeId, payment, inAll);
        } else {
            postFee(FEE_CHANGED, disputeId, payment, new Money(inAll.minor() - booked, inAll.currency()));
        }
    }

    /** The provider gives its fee back. */
    void feeBack(UUID disputeId, Payment payment) {
        fee(disputeId, payment, new Money(0, payment.amount().currency()));
    }

    private long feeOf(UUID disputeId) {
        return Stream.of(FEE, FEE_CHANGED)
                .flatMap(kind -> ledger.entriesOf(kind, disputeId).stream())
                .filter(entry -> entry.account() == LedgerAccount.PROVIDER_FEE)
                .mapToLong(Entry::amountMinor)
                .sum();
    }

    private void postFee(String kind, UUID disputeId, Payment payment, Money fee) {
        if (fee.minor() == 0) {
            return;
        }
        post(
                kind,
                disputeId,
                fee,
                List.of(
                        Entry.debit(LedgerAccount.PROVIDER_FEE, fee.minor(), payment.invoiceId(), payment.id()),
                        money(payment, -fee.minor())));
    }

    private static Entry money(Payment payment, long minor) {
        return Entry.money(payment.method().code(), minor, payment.invoiceId(), payment.id());
    }

    private void post(String kind, UUID disputeId, Money amount, List<Entry> entries) {
        ledger.post(new Posting(kind, disputeId, amount.currency(), entries));
    }
}
