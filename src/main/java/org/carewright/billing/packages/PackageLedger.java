package org.carewright.billing.packages;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.springframework.stereotype.Component;

/** What packages do in the ledger; the caller holds the package's lock. */
@Component
class PackageLedger {

    static final String USE = "package_use";
    static final String RETURN = "package_return";
    static final String REST = "package_rest";

    private final Ledger ledger;
    private final Invoices invoices;

    PackageLedger(Ledger ledger, Invoices invoices) {
        this.ledger = ledger;
        this.invoices = invoices;
    }

    /** A session is used: its share of what is owed is earned. */
    void use(UUID useId, SessionPackage used, UUID serviceId) {
        earn(USE, useId, used, held(used) / used.left(), serviceId);
    }

    /** What a use earned is owed again, as far as it wasn't credited meanwhile. */
    void giveBack(UUID useId, SessionPackage of) {
        var used = ledger.entriesOf(USE, useId);
        var earned = used.stream()
                .filter(entry -> entry.account() == LedgerAccount.PACKAGE)
                .mapToLong(Entry::amountMinor)
                .sum();
        var minor = Math.min(earned, -ledger.balanceOfInvoice(of.invoiceId(), LedgerAccount.REVENUE));
        if (minor > 0) {
            var service = used.get(used.size() - 1).serviceId();
            post(RETURN, useId, of, -minor, service);
        }
    }

    /** No session can be used any more: what is left is earned. */
    void release(SessionPackage ended) {
        earn(REST, ended.id(), ended, held(ended), ended.serviceId());
    }

    /** What is owed of the package, without tax, minor units. */
    long held(SessionPackage of) {
        return -ledger.balanceOfInvoice(of.invoiceId(), LedgerAccount.PACKAGE);
    }

    private void earn(String kind, UUID documentId, SessionPackage of, long minor, UUID serviceId) {
        if (minor <= 0) {
            return;
        }
        post(kind, documentId, of, minor, serviceId);
    }

    private void post(String kind, UUID documentId, SessionPackage of, long minor, UUID serviceId) {
        Currency currency = invoices.get(of.invoiceId()).currency();
        ledger.post(new Posting(
                kind,
                documentId,
                currency,
                List.of(
                        Entry.debit(LedgerAccount.PACKAGE, minor, of.invoiceId(), null),
                        Entry.revenue(-minor, of.invoiceId(), serviceId))));
    }
}
