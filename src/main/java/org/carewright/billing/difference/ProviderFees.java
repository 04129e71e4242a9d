package org.carewright.billing.difference;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What providers keep for payments and disputes. Their events don't tell it, or not all of it: the provider's own lines
 * are booked when a night's comparison first sees them, and compared from then on.
 */
@Component
class ProviderFees {

    static final String PAYMENT = "provider_fee";
    static final String DISPUTE = "dispute_fee";
    static final String DISPUTE_CHANGED = "dispute_fee_changed";

    private final Ledger ledger;

    ProviderFees(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What a fee belongs to: money of that method, for that payment. */
    record Bearer(UUID paymentId, UUID invoiceId, String method) {}

    /**
     * Books the provider's fee for a document, once.
     *
     * @param fee above zero for what it keeps, below for what it gives back
     * @return what is booked instead, when that is another amount
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Money> bookOrCompare(String kind, UUID documentId, Bearer bearer, Money fee) {
        var entries = ledger.entriesOf(kind, documentId);
        if (entries.isEmpty()) {
            ledger.post(new Posting(
                    kind,
                    documentId,
                    fee.currency(),
                    List.of(
                            Entry.debit(
                                    LedgerAccount.PROVIDER_FEE, fee.minor(), bearer.invoiceId(), bearer.paymentId()),
                            Entry.money(bearer.method(), -fee.minor(), bearer.invoiceId(), bearer.paymentId()))));
            return Optional.empty();
        }
        var booked = entries.stream()
                .filter(entry -> entry.account() == LedgerAccount.PROVIDER_FEE)
                .mapToLong(Entry::amountMinor)
                .sum();
        return booked == fee.minor() ? Optional.empty() : Optional.of(new Money(booked, fee.currency()));
    }
}
