package org.carewright.billing.fee;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.fee.VisitFeeMapper.FeeRow;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.scheduling.AppointmentFeeDecided;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Fees of the clinic in scope for visits cancelled late or missed (SCH-9, BIL-7). */
@Service
public class VisitFees {

    public static final int LONGEST_REASON = 500;

    private static final String RESOURCE = "visit-fee";

    private final VisitFeeMapper fees;
    private final FeeTexts texts;
    private final Invoices invoices;
    private final InvoiceRuns runs;
    private final Sealing sealing;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ClinicScope clinic;
    private final Clock clock;

    VisitFees(
            VisitFeeMapper fees,
            FeeTexts texts,
            Invoices invoices,
            InvoiceRuns runs,
            Sealing sealing,
            AuditLog audit,
            ApplicationEventPublisher events,
            ClinicScope clinic,
            Clock clock) {
        this.fees = fees;
        this.texts = texts;
        this.invoices = invoices;
        this.runs = runs;
        this.sealing = sealing;
        this.audit = audit;
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The fee of a visit, if it has one. */
    @Transactional(readOnly = true)
    public Optional<VisitFee> of(UUID appointmentId) {
        return Optional.ofNullable(fees.byId(appointmentId)).map(FeeRow::toFee);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void decided(AppointmentFeeDecided decided) {
        var cause = decided.noShow() ? VisitFee.Cause.NO_SHOW : VisitFee.Cause.LATE_CANCELLATION;
        fees.insert(
                decided.clinicId(),
                decided.appointmentId(),
                decided.patientId(),
                decided.serviceId(),
                cause.code(),
                decided.fee(),
                clock.instant());
    }

    /**
     * Waives the fee. One that is waived or invoiced already stays as it is.
     *
     * @param reason what staff typed; kept sealed
     * @throws InvalidFormException naming {@code feeReason} when there is none
     * @throws ProblemException 404
     */
    @Transactional
    public void waive(UUID appointmentId, String reason) {
        var row = found(fees.lock(appointmentId));
        if (row.toFee().status() != VisitFee.Status.DECIDED) {
            return;
        }
        if (reason == null || reason.isBlank()) {
            throw new InvalidFormException(List.of(new FieldError("feeReason", "required", List.of())));
        }
        var sealed = sealing.seal(
                clinic.required(),
                "billing.visit-fee:" + appointmentId,
                reason.strip().getBytes(StandardCharsets.UTF_8));
        fees.waive(appointmentId, sealed, audit.actor().orElse(null), clock.instant());
        audit.record("visit-fee.waived", RESOURCE, appointmentId, row.patientId());
        events.publishEvent(new VisitFeeWaived(appointmentId));
    }

    /**
     * Puts the fee on an invoice of its own, a draft, in the patient's language and without tax: it is no service.
     * Harmless when run again.
     *
     * @return the invoice's id, empty when the fee was waived
     */
    @Transactional
    public Optional<UUID> invoice(UUID appointmentId) {
        var row = found(fees.lock(appointmentId));
        var fee = row.toFee();
        if (fee.status() == VisitFee.Status.WAIVED) {
            return Optional.empty();
        }
        if (fee.status() == VisitFee.Status.INVOICED) {
            return Optional.of(fee.invoiceId());
        }
        var line = InvoiceDraft.Line.one(null, texts.line(fee), fee.amount().minor());
        var invoice = invoices.draft(InvoiceDraft.of(
                fee.patientId(),
                new InvoiceSource(Kind.FEE, appointmentId),
                fee.amount().currency(),
                List.of(line)));
        fees.invoiced(appointmentId, invoice, clock.instant());
        runs.begin(invoice);
        return Optional.of(invoice);
    }

    private static FeeRow found(FeeRow row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }
}
