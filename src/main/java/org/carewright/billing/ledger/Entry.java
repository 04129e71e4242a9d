package org.carewright.billing.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * One line of a posting.
 *
 * @param amountMinor minor currency units, debit above zero, credit below; an entry of zero is left out by
 *     {@link Posting}
 * @param invoiceId what it counts for; always there for {@link LedgerAccount#RECEIVABLE}
 * @param method where the money is; always there for {@link LedgerAccount#MONEY}
 */
public record Entry(
        LedgerAccount account, long amountMinor, UUID invoiceId, UUID paymentId, UUID serviceId, String method) {

    public Entry {
        Objects.requireNonNull(account, "account");
        if (account == LedgerAccount.RECEIVABLE) {
            Objects.requireNonNull(invoiceId, "invoiceId");
        }
        if (account == LedgerAccount.MONEY) {
            Objects.requireNonNull(method, "method");
        }
    }

    /** An amount that is owed to or held by the clinic. */
    public static Entry debit(LedgerAccount account, long amountMinor, UUID invoiceId, UUID paymentId) {
        return new Entry(account, amountMinor, invoiceId, paymentId, null, null);
    }

    /** An amount that is earned or owed by the clinic. */
    public static Entry credit(LedgerAccount account, long amountMinor, UUID invoiceId, UUID paymentId) {
        return debit(account, Math.negateExact(amountMinor), invoiceId, paymentId);
    }

    /** Money that came in (above zero) or went out (below), by how it moved. */
    public static Entry money(String method, long amountMinor, UUID invoiceId, UUID paymentId) {
        return new Entry(LedgerAccount.MONEY, amountMinor, invoiceId, paymentId, null, method);
    }

    /** Revenue of a service; below zero when it is earned. */
    public static Entry revenue(long amountMinor, UUID invoiceId, UUID serviceId) {
        return new Entry(LedgerAccount.REVENUE, amountMinor, invoiceId, null, serviceId, null);
    }

    Entry reversed() {
        return new Entry(account, Math.negateExact(amountMinor), invoiceId, paymentId, serviceId, method);
    }
}
