package org.carewright.billing.invoice;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deposits in the ledger (BIL-7): what the deposit's invoice collected is owed to the patient until another invoice uses
 * it. A deposit is used once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PaidAhead {

    static final String USED = "deposit_used";
    static final String GIVEN_BACK = "deposit_back";

    private final InvoiceMapper invoices;
    private final InvoiceLedger posted;
    private final Ledger ledger;

    PaidAhead(InvoiceMapper invoices, InvoiceLedger posted, Ledger ledger) {
        this.invoices = invoices;
        this.posted = posted;
        this.ledger = ledger;
    }

    /** What was paid of a deposit's invoice and neither used nor given back; locks it. Minor units, never below zero. */
    public long held(UUID depositInvoice) {
        posted.hold(depositInvoice);
        var owed = -ledger.balanceOfInvoice(depositInvoice, LedgerAccount.DEPOSIT);
        return Math.max(0, owed - ledger.balanceOfInvoice(depositInvoice, LedgerAccount.RECEIVABLE));
    }

    /**
     * Pays an invoice that is being issued, or is issued and open, from a deposit, as far as both go.
     *
     * @return what was used, minor units; zero when the deposit was used before
     * @throws ProblemException 404; {@code invoice_cancelled} (409)
     */
    public long use(UUID depositInvoice, UUID invoice) {
        var row = invoices.lock(invoice);
        if (row == null) {
            throw ProblemException.notFound();
        }
        if (row.status().equals(InvoiceStatus.CANCELLED.code())) {
            throw new ProblemException(HttpStatus.CONFLICT, "invoice_cancelled");
        }
        var used = Math.min(held(depositInvoice), Math.max(row.outstandingMinor(), 0));
        var currency = Currency.getInstance(row.currency());
        var entries = List.of(
                Entry.debit(LedgerAccount.DEPOSIT, used, depositInvoice, null),
                Entry.credit(LedgerAccount.RECEIVABLE, used, invoice, null));
        if (!ledger.post(new Posting(USED, depositInvoice, currency, entries))) {
            return 0;
        }
        posted.settle(invoice);
        return used;
    }

    /** The invoice that has used a deposit. */
    public Optional<UUID> usedBy(UUID depositInvoice) {
        return ledger.entriesOf(USED, depositInvoice).stream()
                .filter(entry -> entry.account() == LedgerAccount.RECEIVABLE)
                .map(Entry::invoiceId)
                .findFirst();
    }

    /**
     * Takes back a part of what an invoice has used, so that it can be refunded to who paid the deposit: as the credit
     * of the deposit's invoice.
     *
     * @param documentId of the refund
     * @return the credit note that took, null when the patient's credit sufficed
     * @throws ProblemException {@code credit_above_invoice} (409) when it isn't the patient's any more
     */
    public UUID giveBack(UUID documentId, UUID depositInvoice, UUID usedBy, long amountMinor) {
        var missing = amountMinor - Math.max(posted.creditOf(usedBy), 0);
        var note = missing > 0 ? posted.creditPaid(usedBy, missing, null) : null;
        var currency = Currency.getInstance(invoices.lock(usedBy).currency());
        ledger.post(new Posting(
                GIVEN_BACK,
                documentId,
                currency,
                List.of(
                        Entry.debit(LedgerAccount.PATIENT_CREDIT, amountMinor, usedBy, null),
                        Entry.credit(LedgerAccount.PATIENT_CREDIT, amountMinor, depositInvoice, null))));
        return note;
    }
}
