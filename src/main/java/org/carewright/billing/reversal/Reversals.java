package org.carewright.billing.reversal;

import java.util.UUID;
import org.carewright.billing.bank.BankMatches;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.Refunds;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back the booking of a payment that never was: the wrong invoice, a zero too many, a bank line matched to the wrong
 * payer. A refund is something else: there money goes back. Nothing is edited (BIL-9): the ledger gets the entries of the
 * opposite sign, the invoice is to be paid again, its process collects again.
 */
@Service
public class Reversals {

    private final Payments payments;
    private final Refunds refunds;
    private final BankMatches bank;

    Reversals(Payments payments, Refunds refunds, BankMatches bank) {
        this.payments = payments;
        this.refunds = refunds;
        this.bank = bank;
    }

    /**
     * Takes the booking back. A line of the bank's statement that was matched to it waits again.
     *
     * @param reason staff's words for the log
     * @throws ProblemException 404; {@code payment_refunded} (409) when money of it went back or is to; what {@link
     *     Payments#reverse} throws
     */
    @Transactional
    public void reverse(UUID paymentId, String reason) {
        payments.reverse(paymentId, reason);
        if (refunds.isAskedFor(paymentId)) {
            throw new ProblemException(HttpStatus.CONFLICT, "payment_refunded");
        }
        bank.takenBack(paymentId);
    }
}
