package org.carewright.billing.dispute;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.dispute.DisputeMapper.DisputeRow;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments that a bank took back. Word of one may come any number of times and in any order: each is booked once, the
 * end counts also when it is told before the beginning.
 */
@Service
public class Disputes {

    public static final String WON = "won";
    public static final String LOST = "lost";

    private static final String OPEN = "open";
    private static final String RESOURCE = "dispute";
    /** Providers give one to three weeks; the shortest counts when one doesn't tell. */
    private static final Duration EVIDENCE = Duration.ofDays(7);

    private static final Duration WARNING = Duration.ofDays(2);

    private final DisputeMapper disputes;
    private final DisputePostings postings;
    private final Payments payments;
    private final InvoiceRuns runs;
    private final Processes processes;
    private final PatientService patients;
    private final ClinicService clinics;
    private final MessageSource messages;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    Disputes(
            DisputeMapper disputes,
            DisputePostings postings,
            Payments payments,
            InvoiceRuns runs,
            Processes processes,
            PatientService patients,
            ClinicService clinics,
            MessageSource messages,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.disputes = disputes;
        this.postings = postings;
        this.payments = payments;
        this.runs = runs;
        this.processes = processes;
        this.patients = patients;
        this.clinics = clinics;
        this.messages = messages;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** All of a payment, oldest first. */
    @Transactional(readOnly = true)
    public List<Dispute> ofPayment(UUID paymentId) {
        return disputes.ofPayment(paymentId).stream().map(DisputeRow::toDispute).toList();
    }

    /** The dispute with that id at the provider, whatever its state. */
    @Transactional(readOnly = true)
    public boolean isKnown(String gateway, String providerRef) {
        return disputes.byRef(gateway, providerRef) != null;
    }

    /** The bank has taken the money: it is neither ours nor the patient's until it is decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(Payment payment, DisputeWord word) {
        disputes.lockPayment(payment.id());
        if (disputes.byRef(payment.gateway(), word.ref()) == null) {
            open(payment, word);
        }
    }

    private UUID open(Payment payment, DisputeWord word) {
        var id = UUID.randomUUID();
        var amount = word.amount();
        var due = word.dueAt() == null ? word.at().plus(EVIDENCE) : word.dueAt();
        disputes.insert(
                clinic.required(),
                id,
                payment.id(),
                payment.gateway(),
                word.ref(),
                amount.minor(),
                amount.currency().getCurrencyCode(),
                word.reason(),
                due,
                word.at());
        postings.opened(id, payment, amount);
        if (word.feeSoFar() != null) {
            postings.fee(id, payment, word.feeSoFar());
        }
        audit.record("dispute.opened", RESOURCE, id, payment.patientId());
        var variables = Map.<String, Object>of(
                DisputeVariables.DISPUTE_ID.name(), id.toString(),
                DisputeVariables.EVIDENCE_DUE_AT.name(), Date.from(due),
                DisputeVariables.EVIDENCE_WARN_AT.name(), Date.from(due.minus(WARNING)),
                DisputeVariables.PATIENT_NAME.name(),
                        patients.find(payment.patientId()).orElseThrow().fullName(),
                DisputeVariables.SUMMARY.name(), summary(payment, amount, word.reason(), due));
        disputes.started(id, processes.start(DisputeVariables.PROCESS_ID, id, variables));
        return id;
    }

    private String summary(Payment payment, Money amount, String reason, Instant due) {
        var own = clinics.current();
        return messages.getMessage(
                "billing.task.dispute",
                new Object[] {
                    amount.format(own.locale()),
                    payment.amount().format(own.locale()),
                    reason == null ? "-" : reason,
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                            .withLocale(own.locale())
                            .format(due.atZone(own.timeZone()))
                },
                own.locale());
    }

    /**
     * The bank has decided.
     *
     * @param outcome {@link #WON}: the money is back; {@link #LOST}: what it paid for is owed again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(Payment payment, DisputeWord word, String outcome) {
        disputes.lockPayment(payment.id());
        var known = disputes.byRef(payment.gateway(), word.ref());
        var row = known != null ? known : disputes.byId(open(payment, word));
        if (!row.status().equals(OPEN)) {
            return;
        }
        disputes.close(row.id(), outcome, clock.instant());
        var disputed = Money.of(row.amountMinor(), row.currency());
        if (outcome.equals(WON)) {
            postings.won(row.id(), payment, disputed);
        } else {
            postings.lost(row.id(), payment, disputed);
        }
        settleFee(row.id(), payment, word, outcome);
        audit.record("dispute." + outcome, RESOURCE, row.id(), payment.patientId());
        processes.correlate(DisputeVariables.DECIDED, row.processInstanceId(), Map.of());
        if (payment.invoiceId() != null) {
            runs.disputeClosed(payment.invoiceId());
        }
    }

    /** What the provider charged in the end; one that doesn't tell gives a fee back when the dispute is won. */
    private void settleFee(UUID id, Payment payment, DisputeWord word, String outcome) {
        if (word.feeSoFar() != null) {
            postings.fee(id, payment, word.feeSoFar());
        } else if (outcome.equals(WON)) {
            postings.feeBack(id, payment);
        }
    }

    /** Staff have answered, or given in. @param answer {@code contested} or {@code accepted} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(UUID id, String answer) {
        disputes.answered(id, answer, audit.actor().orElse(null), clock.instant());
        var payment = payments.get(disputes.byId(id).paymentId());
        audit.record("dispute.answered", RESOURCE, id, payment.patientId(), AuditLog.SUCCESS, answer);
    }
}
