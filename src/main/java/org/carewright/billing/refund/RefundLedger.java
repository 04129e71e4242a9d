package org.carewright.billing.refund;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.PaidAhead;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.billing.refund.RefundMapper.PaidRow;
import org.carewright.billing.refund.RefundMapper.RefundRow;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a refund does to the ledger. Its callers hold the refund's lock. */
@Component
class RefundLedger {

    private final Ledger ledger;
    private final InvoiceLedger invoices;
    private final PaidAhead ahead;

    RefundLedger(Ledger ledger, InvoiceLedger invoices, PaidAhead ahead) {
        this.ledger = ledger;
        this.invoices = invoices;
        this.ahead = ahead;
    }

    /**
     * Takes the amount from the patient's credit, and what that doesn't hold by a credit note for the invoice, or for
     * the one that used the deposit.
     *
     * @return the credit note's id, null when none was needed
     * @throws ProblemException {@code credit_above_invoice} (409)
     */
    UUID setAside(RefundRow refund, PaidRow paid) {
        var creditNote = creditNoteFor(refund, paid);
        post(
                Refunds.SET_ASIDE,
                refund,
                Entry.debit(LedgerAccount.PATIENT_CREDIT, refund.amountMinor(), paid.invoiceId(), paid.id()),
                Entry.credit(LedgerAccount.REFUND_DUE, refund.amountMinor(), paid.invoiceId(), paid.id()));
        return creditNote;
    }

    private UUID creditNoteFor(RefundRow refund, PaidRow paid) {
        var credit = paid.invoiceId() == null
                ? -ledger.balanceOfPayment(paid.id(), LedgerAccount.PATIENT_CREDIT)
                : invoices.creditOf(paid.invoiceId());
        var missing = refund.amountMinor() - Math.max(credit, 0);
        if (missing <= 0) {
            return null;
        }
        if (paid.invoiceId() == null) {
            throw new ProblemException(HttpStatus.CONFLICT, "credit_above_invoice");
        }
        var usedBy = ahead.usedBy(paid.invoiceId());
        var held = usedBy.isPresent() ? Math.min(missing, ahead.held(paid.invoiceId())) : missing;
        var used = missing > held ? ahead.giveBack(refund.id(), paid.invoiceId(), usedBy.get(), missing - held) : null;
        return held > 0 ? invoices.creditPaid(paid.invoiceId(), held, null) : used;
    }

    /** What was set aside has left the clinic. @param method the way it went */
    void paidOut(RefundRow refund, PaidRow paid, String method) {
        post(
                Refunds.REFUND,
                refund,
                Entry.debit(LedgerAccount.REFUND_DUE, refund.amountMinor(), paid.invoiceId(), paid.id()),
                Entry.money(method, -refund.amountMinor(), paid.invoiceId(), paid.id()));
    }

    /** What was set aside is the patient's credit again. */
    void givenUp(RefundRow refund, PaidRow paid) {
        post(
                Refunds.GIVEN_UP,
                refund,
                Entry.debit(LedgerAccount.REFUND_DUE, refund.amountMinor(), paid.invoiceId(), paid.id()),
                Entry.credit(LedgerAccount.PATIENT_CREDIT, refund.amountMinor(), paid.invoiceId(), paid.id()));
    }

    private void post(String kind, RefundRow refund, Entry... entries) {
        ledger.post(new Posting(kind, refund.id(), Currency.getInstance(refund.currency()), List.of(entries)));
    }
}
