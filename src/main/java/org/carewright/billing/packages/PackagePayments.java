package org.carewright.billing.packages;

import java.time.Clock;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.InvoiceSettled;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.packages.SessionPackage.Status;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A package's invoice was paid, written off or cancelled. */
@Component
class PackagePayments {

    private final PackageMapper packages;
    private final PackageLedger posted;
    private final PackageProcess process;
    private final Invoices invoices;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    PackagePayments(
            PackageMapper packages,
            PackageLedger posted,
            PackageProcess process,
            Invoices invoices,
            Ledger ledger,
            AuditLog audit,
            Clock clock) {
        this.packages = packages;
        this.posted = posted;
        this.process = process;
        this.invoices = invoices;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException {@code package_used} (409) when an invoice of used sessions is cancelled: credit it */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(InvoiceSettled settled) {
        var id = packages.byInvoice(settled.invoiceId());
        if (id == null) {
            return;
        }
        var row = packages.lock(id);
        var of = row.toPackage();
        var cancelled = invoices.get(settled.invoiceId()).status() == InvoiceStatus.CANCELLED;
        var givenUp = ledger.balanceOfInvoice(settled.invoiceId(), LedgerAccount.WRITE_OFF) > 0;
        if (cancelled && of.used() > 0) {
            throw new ProblemException(HttpStatus.CONFLICT, "package_used");
        }
        if (of.status() == Status.ORDERED && !cancelled && !givenUp) {
            var expiresOn = ledger.today().plusDays(row.validDays());
            packages.activate(id, expiresOn);
            audit.record("package.activated", "session-package", id, row.patientId());
            process.start(id, expiresOn);
        } else if (cancelled || givenUp && of.status() == Status.ORDERED) {
            end(of);
        }
    }

    private void end(SessionPackage of) {
        if (of.status() == Status.ORDERED || of.status() == Status.ACTIVE) {
            posted.release(of);
            packages.end(of.id(), Status.CANCELLED.code(), clock.instant());
            audit.record("package.cancelled", "session-package", of.id(), of.patientId());
        }
    }
}
