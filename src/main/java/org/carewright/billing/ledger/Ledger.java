package org.carewright.billing.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.ledger.LedgerMapper.Line;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of the clinic in scope (BIL-9). Whoever posts for an invoice or a payment holds its row's lock, so that
 * what was decided on its balance still holds when the posting is written.
 */
@Service
public class Ledger {

    /** What kind of document takes another one back. */
    public static final String REVERSAL = "reversal";

    private final LedgerMapper ledger;
    private final ClinicService clinics;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    Ledger(LedgerMapper ledger, ClinicService clinics, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.ledger = ledger;
        this.clinics = clinics;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Today, by the calendar of the clinic: the day on which everything posted now is booked. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.current().timeZone());
    }

    /**
     * Writes the posting, booked today in the clinic's zone.
     *
     * @return false when the document had been posted before, and nothing was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(Posting posting) {
        return post(posting, null);
    }

    private boolean post(Posting posting, UUID reversesId) {
        if (posting.entries().isEmpty()) {
            return false;
        }
        var own = clinic.required();
        var id = UUID.randomUUID();
        var today = today();
        var by = audit.actor().orElse(null);
        if (ledger.insertPosting(own, id, posting, today, clock.instant(), by, reversesId) == 0) {
            return false;
        }
        var lines = new ArrayList<Line>();
        for (var entry : posting.entries()) {
            lines.add(new Line(
                    lines.size() + 1,
                    entry.account().code(),
                    entry.amountMinor(),
                    entry.invoiceId(),
                    entry.paymentId(),
                    entry.serviceId(),
                    entry.method()));
        }
        ledger.insertEntries(own, id, lines, posting.currency().getCurrencyCode(), today);
        return true;
    }

    /**
     * Takes back what a document did, by entries of the opposite sign.
     *
     * @return false when it was reversed before
     * @throws IllegalStateException when the document was never posted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reverse(String kind, UUID documentId) {
        var id = ledger.idOf(kind, documentId);
        if (id == null) {
            throw new IllegalStateException("Never posted: " + kind + " " + documentId);
        }
        var reversed = entriesOf(kind, documentId).stream().map(Entry::reversed).toList();
        return post(new Posting(REVERSAL, id, Currency.getInstance(ledger.currencyOf(id)), reversed), id);
    }

    /** The entries of a document, in their order; empty when it isn't posted. */
    @Transactional(readOnly = true)
    public List<Entry> entriesOf(String kind, UUID documentId) {
        return ledger.linesOf(kind, documentId).stream()
                .map(line -> new Entry(
                        LedgerAccount.valueOf(line.account().toUpperCase(Locale.ROOT)),
                        line.amountMinor(),
                        line.invoiceId(),
                        line.paymentId(),
                        line.serviceId(),
                        line.method()))
                .toList();
    }

    /** Sum of the account's entries for an invoice, minor units of its currency. */
    @Transactional(readOnly = true)
    public long balanceOfInvoice(UUID invoiceId, LedgerAccount account) {
        return ledger.balanceOfInvoice(invoiceId, account.code());
    }

    /** Sum of the account's entries for a payment, minor units of its currency. */
    @Transactional(readOnly = true)
    public long balanceOfPayment(UUID paymentId, LedgerAccount account) {
        return ledger.balanceOfPayment(paymentId, account.code());
    }
}
