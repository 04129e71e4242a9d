package org.carewright.billing.process;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.Invoices;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Giving up what an invoice leaves to pay takes two people. */
@Service
public class WriteOffs {

    private final Invoices invoices;
    private final InvoiceLedger ledger;
    private final AuditLog audit;

    WriteOffs(Invoices invoices, InvoiceLedger ledger, AuditLog audit) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** Keeps why somebody asks. @param reason staff's words for the log, may be null */
    void because(UUID invoiceId, String reason) {
        audit.record(
                "invoice.write-off-reason",
                "invoice",
                invoiceId,
                invoices.get(invoiceId).patientId(),
                AuditLog.SUCCESS,
                reason);
    }

    /** Who asks now; empty for a process. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> asked(UUID invoiceId) {
        audit.record(
                "invoice.write-off-asked",
                "invoice",
                invoiceId,
                invoices.get(invoiceId).patientId());
        return audit.actor();
    }

    /**
     * Writes off what is left; nothing happens when nothing is left any more.
     *
     * @param askedBy account of who asked, or null
     * @throws ProblemException {@code own_write_off} (409) when the same person approves
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(UUID invoiceId, UUID askedBy) {
        if (askedBy != null && audit.actor().filter(askedBy::equals).isPresent()) {
            throw new ProblemException(HttpStatus.CONFLICT, "own_write_off");
        }
        var invoice = invoices.get(invoiceId);
        if (invoice.status().isOpen() && invoice.outstandingMinor() > 0) {
            ledger.writeOff(invoiceId);
        }
    }
}
