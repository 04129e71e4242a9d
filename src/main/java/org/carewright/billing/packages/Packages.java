package org.carewright.billing.packages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.packages.PackageMapper.PackageRow;
import org.carewright.billing.packages.SessionPackage.Status;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.patients.PatientService;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packages of sessions of the clinic in scope (BIL-5). One can be used from the moment it is paid until it expires. */
@Service
public class Packages {

    private static final String RESOURCE = "session-package";
    private static final int LONGEST_NAME = 80;
    private static final int MOST_SESSIONS = 400;
    private static final int MOST_DAYS = 3_650;

    private final PackageMapper packages;
    private final PackageLedger posted;
    private final Invoices invoices;
    private final InvoiceLedger invoiceLedger;
    private final InvoiceRuns runs;
    private final PatientService patients;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    Packages(
            PackageMapper packages,
            PackageLedger posted,
            Invoices invoices,
            InvoiceLedger invoiceLedger,
            InvoiceRuns runs,
            PatientService patients,
            Ledger ledger,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.packages = packages;
        this.posted = posted;
        this.invoices = invoices;
        this.invoiceLedger = invoiceLedger;
        this.runs = runs;
        this.patients = patients;
        this.ledger = ledger;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public SessionPackage get(UUID id) {
        return found(packages.byId(id)).toPackage();
    }

    /** A patient's, newest first, also those that have ended. */
    @Transactional(readOnly = true)
    public List<SessionPackage> ofPatient(UUID patientId) {
        return packages.ofPatient(patientId).stream().map(PackageRow::toPackage).toList();
    }

    /**
     * Sells a package: its invoice is issued and collected like any other; the sessions can be used once it is paid.
     *
     * @throws InvalidFormException naming the fields
     * @throws ProblemException 404 for the patient
     */
    @Transactional
    public UUID sell(NewPackage sold) {
        check(sold);
        patients.find(sold.patientId()).orElseThrow(ProblemException::notFound);
        var id = UUID.randomUUID();
        var line = InvoiceDraft.Line.one(
                sold.serviceId(), sold.name().strip(), sold.price().minor());
        var invoice = invoices.draft(InvoiceDraft.of(
                sold.patientId(),
                new InvoiceSource(Kind.PACKAGE, id),
                sold.price().currency(),
                List.of(line)));
        packages.insert(clinic.required(), id, sold, invoice, clock.instant());
        audit.record("package.sold", RESOURCE, id, sold.patientId());
        invoices.issue(invoice);
        runs.begin(invoice);
        return id;
    }

    private static void check(NewPackage sold) {
        var name = sold.name() == null ? "" : sold.name().strip();
        refuseUnless(!name.isEmpty() && name.length() <= LONGEST_NAME, "name");
        refuseUnless(sold.sessions() >= 1 && sold.sessions() <= MOST_SESSIONS, "sessions");
        refuseUnless(sold.validDays() >= 1 && sold.validDays() <= MOST_DAYS, "validDays");
        refuseUnless(sold.price().minor() >= 1, "price");
    }

    /**
     * Uses a session for a visit. A visit that has one keeps it. Of two that want the last session at once, one gets it.
     *
     * @throws ProblemException 404 for the package or a visit of somebody else; {@code package_not_usable} (409) when it is
     *     not paid, has expired, is used up or is for another service
     */
    @Transactional
    public void redeem(UUID id, UUID appointmentId) {
        var visit = found(packages.visit(appointmentId));
        var row = lock(id);
        if (!visit.patientId().equals(row.patientId())) {
            throw ProblemException.notFound();
        }
        if (packages.useOf(appointmentId) != null) {
            return;
        }
        if (!use(row, appointmentId, visit.serviceId())) {
            throw new ProblemException(HttpStatus.CONFLICT, "package_not_usable");
        }
    }

    /** Whether a session pays the visit: one used for it already, or one of a package that is usable now. */
    @Transactional
    public boolean cover(UUID appointmentId, UUID patientId, UUID serviceId) {
        if (packages.useOf(appointmentId) != null) {
            return true;
        }
        return packages.usable(patientId, serviceId, ledger.today()).stream()
                .anyMatch(id -> use(lock(id), appointmentId, serviceId));
    }

    /** For which visits sessions were used, newest first, also those that were given back. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public List<PackageUse> uses(UUID id) {
        found(packages.byId(id));
        return packages.uses(id);
    }

    private boolean use(PackageRow row, UUID appointmentId, UUID serviceId) {
        var from = row.toPackage();
        var usable = from.status() == Status.ACTIVE
                && from.left() > 0
                && !from.expiresOn().isBefore(ledger.today())
                && (from.serviceId() == null || from.serviceId().equals(serviceId))
                // Nothing is left to use of a package whose price was credited.
                && posted.held(from) > 0;
        if (!usable) {
            return false;
        }
        var useId = UUID.randomUUID();
        packages.insertUse(clinic.required(), useId, row.id(), appointmentId, clock.instant());
        posted.use(useId, from, serviceId);
        packages.setUsed(row.id(), row.used() + 1);
        audit.record("package.session-used", RESOURCE, row.id(), row.patientId());
        return true;
    }

    /**
     * Gives a session back, e.g. because its visit was cancelled in time. Doing it twice is the same as once.
     *
     * @return the package it belongs to; empty when the visit used none, or of a package that has ended
     */
    @Transactional
    public Optional<UUID> giveBack(UUID appointmentId) {
        var use = packages.useOf(appointmentId);
        if (use == null) {
            return Optional.empty();
        }
        var row = lock(use.packageId());
        // Somebody may have given it back while this waited for the lock.
        if (packages.useOf(appointmentId) == null || row.toPackage().status() != Status.ACTIVE) {
            return Optional.empty();
        }
        posted.giveBack(use.id(), row.toPackage());
        packages.returned(use.id(), clock.instant());
        packages.setUsed(row.id(), row.used() - 1);
        audit.record("package.session-returned", RESOURCE, row.id(), row.patientId());
        return Optional.of(row.id());
    }

    /** Ends a package whose last day is over; one that ended otherwise stays as it is. */
    @Transactional
    public void expire(UUID id) {
        var row = lock(id);
        if (row.toPackage().status() == Status.ACTIVE && row.expiresOn().isBefore(ledger.today())) {
            posted.release(row.toPackage());
            packages.end(id, Status.EXPIRED.code(), clock.instant());
            audit.record("package.expired", RESOURCE, id, row.patientId());
        }
    }

    /** The invoice first, as whoever pays or credits it does. */
    private PackageRow lock(UUID id) {
        invoiceLedger.hold(found(packages.byId(id)).invoiceId());
        return packages.lock(id);
    }

    private static <T> T found(T row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static void refuseUnless(boolean fits, String field) {
        if (!fits) {
            throw new InvalidFormException(List.of(new FieldError(field, "invalid", List.of())));
        }
    }
}
