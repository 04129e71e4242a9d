package org.carewright.billing.refund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.payment.Payments;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.patients.PatientService;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to {@code RefundProcess}: asks for refunds and records what people decide on them (BIL-4). */
@Service
public class RefundRuns {

    private static final String PROVIDER = "provider";
    private static final String BY_HAND = "by_hand";
    private static final String BY_RULE = "rule";

    private final Refunds refunds;
    private final RefundRunMapper runs;
    private final Payments payments;
    private final PaymentGateways gateways;
    private final PatientService patients;
    private final ClinicService clinics;
    private final Processes processes;
    private final AuditLog audit;
    private final MessageSource messages;

    RefundRuns(
            Refunds refunds,
            RefundRunMapper runs,
            Payments payments,
            PaymentGateways gateways,
            PatientService patients,
            ClinicService clinics,
            Processes processes,
            AuditLog audit,
            MessageSource messages) {
        this.refunds = refunds;
        this.runs = runs;
        this.payments = payments;
        this.gateways = gateways;
        this.patients = patients;
        this.clinics = clinics;
        this.processes = processes;
        this.audit = audit;
        this.messages = messages;
    }

    /** What the approval policy asks for. @param amount in whole units of the currency, rounded up */
    public record Request(String reason, String currency, long amount) {}

    /**
     * Asks for a refund and starts its process in the same transaction.
     *
     * @param note what was typed about it, may be null; kept sealed
     * @return the refund's id
     * @throws ProblemException 404 when there is no such payment that succeeded; {@code refund_above_payment} (409)
     */
    @Transactional
    public UUID request(UUID paymentId, long amountMinor, RefundReason reason, String note) {
        return request(paymentId, amountMinor, reason, note, audit.actorRole().orElse("process"));
    }

    /**
     * {@link #request} of what goes back without anybody having asked, e.g. the deposit of a visit cancelled in time,
     * whoever acts now.
     */
    @Transactional
    public UUID requestByRule(UUID paymentId, long amountMinor, RefundReason reason) {
        return request(paymentId, amountMinor, reason, null, BY_RULE);
    }

    private UUID request(UUID paymentId, long amountMinor, RefundReason reason, String note, String askedBy) {
        var id = refunds.request(paymentId, amountMinor, reason, note);
        var payment = payments.get(paymentId);
        Map<String, Object> variables = new HashMap<>();
        variables.put(RefundVariables.REFUND_ID.name(), id.toString());
        variables.put(RefundVariables.ASKED_BY_ROLE.name(), askedBy);
        variables.put(
                RefundVariables.PATIENT_NAME.name(),
                patients.find(payment.patientId()).orElseThrow().fullName());
        variables.put(RefundVariables.SUMMARY.name(), summary(refunds.get(id), payment.amount()));
        runs.started(id, processes.start(RefundVariables.PROCESS_ID, id, variables));
        return id;
    }

    private String summary(Refund refund, Money paid) {
        var locale = clinics.current().locale();
        return messages.getMessage(
                "billing.task.refund",
                new Object[] {
                    refund.amount().format(locale),
                    paid.format(locale),
                    messages.getMessage("billing.task.refund." + refund.reason().code(), null, locale)
                },
                locale);
    }

    /** What the approval policy asks for. */
    @Transactional(readOnly = true)
    public Request read(UUID id) {
        var refund = refunds.get(id);
        var currency = refund.amount().currency();
        var whole = BigDecimal.valueOf(refund.amount().minor(), currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return new Request(refund.reason().code(), currency.getCurrencyCode(), whole);
    }

    /** No person has to agree. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approveByRule(UUID id) {
        refunds.decide(id, true, null);
    }

    /** Who decides now; empty for a process. */
    @Transactional(readOnly = true)
    public Optional<UUID> decider() {
        return audit.actor();
    }

    /**
     * The first of two people has agreed; nothing is decided yet.
     *
     * @throws ProblemException {@code own_refund} (409) when it is the one who asked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void firstApproval(UUID id) {
        var refund = refunds.get(id);
        var by = audit.actor();
        refuseIf(by.isPresent() && by.get().equals(refund.requestedBy()), "own_refund");
        audit.record(
                "refund.first-approval",
                "refund",
                id,
                payments.get(refund.paymentId()).patientId());
    }

    /**
     * Decides.
     *
     * @param firstApprover who agreed before, when two have to, or null
     * @throws ProblemException {@code own_refund} (409) when it is the one who asked, {@code same_approver} (409) when it
     *     is the one who agreed before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(UUID id, boolean approved, UUID firstApprover) {
        var by = audit.actor();
        refuseIf(
                approved
                        && firstApprover != null
                        && by.filter(firstApprover::equals).isPresent(),
                "same_approver");
        refunds.decide(id, approved, by.orElse(null));
    }

    /** Sets the amount aside. @return {@code provider} or {@code by_hand}: which way the money goes back */
    @Transactional(propagation = Propagation.MANDATORY)
    public String setAside(UUID id) {
        refunds.setAside(id);
        var payment = payments.get(refunds.get(id).paymentId());
        var throughProvider = payment.providerRef() != null
                && Gateway.ofCode(payment.gateway())
                        .filter(gateway -> gateway != Gateway.UPI && gateways.has(gateway))
                        .isPresent();
        return throughProvider ? PROVIDER : BY_HAND;
    }

    /** Tells the process that the provider's word was recorded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void told(UUID id) {
        var instance = runs.instanceOf(id);
        if (instance != null && !processes.isActing(instance)) {
            processes.correlate(RefundVariables.DECIDED, instance, Map.of());
        }
    }

    /**
     * A refund that failed is to be paid out by hand: another one of the same amount, agreed already and set aside.
     *
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID takeUpAgain(UUID failedId) {
        var failed = refunds.get(failedId);
        var id = refunds.request(failed.paymentId(), failed.amount().minor(), failed.reason(), null);
        refunds.decide(id, true, null);
        refunds.setAside(id);
        runs.started(id, runs.instanceOf(failedId));
        return id;
    }

    private static void refuseIf(boolean refused, String code) {
        if (refused) {
            throw new ProblemException(HttpStatus.CONFLICT, code);
        }
    }
}
