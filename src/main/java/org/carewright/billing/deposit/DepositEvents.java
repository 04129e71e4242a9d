package org.carewright.billing.deposit;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.deposit.Deposit.Status;
import org.carewright.billing.deposit.DepositMapper.DepositRow;
import org.carewright.billing.fee.VisitFeeWaived;
import org.carewright.billing.invoice.InvoiceIssued;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSettled;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.PaymentSucceeded;
import org.carewright.billing.refund.RefundReason;
import org.carewright.scheduling.AppointmentCancelled;
import org.carewright.scheduling.AppointmentCompleted;
import org.carewright.scheduling.AppointmentMissed;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to visits and to money, as far as deposits care; in the transaction in which it happens. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DepositEvents {

    private final DepositMapper rows;
    private final Deposits deposits;
    private final DepositReturns returns;
    private final Invoices invoices;
    private final InvoiceLedger ledger;
    private final Processes processes;
    private final Clock clock;

    DepositEvents(
            DepositMapper rows,
            Deposits deposits,
            DepositReturns returns,
            Invoices invoices,
            InvoiceLedger ledger,
            Processes processes,
            Clock clock) {
        this.rows = rows;
        this.deposits = deposits;
        this.returns = returns;
        this.invoices = invoices;
        this.ledger = ledger;
        this.processes = processes;
        this.clock = clock;
    }

    /** The deposit was paid or waived; or the visit's own invoice was given up, which would have used it. */
    @EventListener
    void settled(InvoiceSettled settled) {
        var own = rows.byInvoice(settled.invoiceId());
        if (own == null) {
            giveBack(rows.heldForCancelled(settled.invoiceId()));
        } else if (own.is(Status.DUE)) {
            end(own, invoices.get(own.invoiceId()).status() == InvoiceStatus.CANCELLED);
        }
    }

    private void end(DepositRow deposit, boolean waived) {
        var status = waived ? Status.WAIVED : Status.HELD;
        rows.setStatus(deposit.id(), status.code(), waived ? clock.instant() : null);
        if (deposit.processInstanceId() != null) {
            var outcome = waived ? Status.WAIVED.code() : "paid";
            processes.correlate(
                    DepositVariables.SETTLED,
                    deposit.processInstanceId(),
                    Map.of(DepositVariables.OUTCOME.name(), outcome));
        }
    }

    /** What came too late, or twice, is nobody's to keep. */
    @EventListener
    void paid(PaymentSucceeded payment) {
        var deposit = payment.invoiceId() == null ? null : rows.byInvoice(payment.invoiceId());
        if (deposit != null) {
            var reason = deposit.is(Status.RELEASED) ? RefundReason.VISIT_CANCELLED : RefundReason.OVERPAID;
            returns.giveOf(payment.paymentId(), ledger.creditOf(deposit.invoiceId()), reason);
        }
    }

    @EventListener
    void issued(InvoiceIssued invoice) {
        var deposit = rows.heldFor(invoice.invoiceId());
        if (deposit != null) {
            deposits.use(deposit, invoice.invoiceId());
        }
    }

    @EventListener
    void cancelled(AppointmentCancelled visit) {
        if (visit.inTime()) {
            deposits.giveBack(visit.appointmentId());
        } else {
            deposits.askNoMore(visit.appointmentId());
        }
    }

    @EventListener
    void missed(AppointmentMissed visit) {
        if (!visit.feeDue()) {
            deposits.giveBack(visit.appointmentId());
        }
    }

    @EventListener
    void waived(VisitFeeWaived fee) {
        deposits.giveBack(fee.appointmentId());
    }

    /** A visit that costs nothing, or that a package pays, gets no invoice: after those who would make one. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void completed(AppointmentCompleted visit) {
        var source = new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, visit.appointmentId());
        if (rows.byId(visit.appointmentId()) != null && invoices.of(source).isEmpty()) {
            deposits.giveBack(visit.appointmentId());
        }
    }

    private void giveBack(DepositRow deposit) {
        if (deposit != null) {
            UUID visit = deposit.id();
            deposits.giveBack(visit);
        }
    }
}
