package org.carewright.billing.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.process.DunningMapper.DunningRow;
import org.carewright.billing.process.DunningMapper.StepRow;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.process.EvaluatedDecision;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When what is done to collect an invoice (BIL-5). The table holds the dates, the process's timers point at them. Steps
 * fall at nine in the morning by the clinic's clock, so that nobody is written to at night.
 */
@Service
public class Dunning {

    private static final LocalTime STEPS_AT = LocalTime.of(9, 0);
    private static final String WAIT = "wait";

    private final DunningMapper dunning;
    private final Invoices invoices;
    private final Ledger ledger;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final Clock clock;

    Dunning(
            DunningMapper dunning,
            Invoices invoices,
            Ledger ledger,
            ClinicService clinics,
            ClinicScope clinic,
            Clock clock) {
        this.dunning = dunning;
        this.invoices = invoices;
        this.ledger = ledger;
        this.clinics = clinics;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Where collection of an invoice stands. */
    public record Standing(
            boolean leftToPay, boolean disputed, long outstandingMinor, int stepsTaken, int daysOverdue) {}

    /** What is done now. @param action as in {@link DunningStep} */
    public record Planned(int step, String action, Instant nextStepAt) {}

    /** The due day is over at midnight, the first step falls on the morning after. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(UUID invoiceId, LocalDate dueOn) {
        var after = dueOn.plusDays(1);
        dunning.plan(clinic.required(), invoiceId, at(after, LocalTime.MIDNIGHT), at(after, STEPS_AT));
    }

    /** Puts the dates into variables of the process. @param variables by name */
    void putDates(Map<String, Object> variables, UUID invoiceId) {
        var row = dunning.of(invoiceId);
        if (row != null) {
            variables.put(InvoiceVariables.DUE_DAY_OVER_AT.name(), Date.from(row.dueDayOverAt()));
            variables.put(InvoiceVariables.NEXT_STEP_AT.name(), Date.from(row.nextStepAt()));
        }
    }

    /** When the due day is over. */
    @Transactional(readOnly = true)
    public Instant dueDayOverAt(UUID invoiceId) {
        return dunning.of(invoiceId).dueDayOverAt();
    }

    /** When the next step is due. */
    @Transactional(readOnly = true)
    public Instant nextStepAt(UUID invoiceId) {
        return dunning.of(invoiceId).nextStepAt();
    }

    /** Where it stands now; keeps the invoice's dunning as it is until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing standing(UUID invoiceId) {
        var row = dunning.lock(invoiceId);
        var invoice = invoices.get(invoiceId);
        var open = invoice.status().isOpen() && invoice.outstandingMinor() > 0;
        var days = Math.max(0, ChronoUnit.DAYS.between(invoice.dueOn(), ledger.today()));
        return new Standing(
                open, dunning.disputed(invoiceId), invoice.outstandingMinor(), row.steps(), Math.toIntExact(days));
    }

    /** Keeps the step that the policy decided. A decision without a row means to wait for a month. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Planned take(UUID invoiceId, EvaluatedDecision decision) {
        var row = dunning.lock(invoiceId);
        var output = decision.outputs().isEmpty()
                ? Map.<String, Object>of()
                : decision.outputs().get(0);
        var action = output.get(InvoiceVariables.DUNNING_ACTION.name()) instanceof String text ? text : WAIT;
        var days = output.get("daysToNext") instanceof Number number ? number.intValue() : 30;
        var next = at(ledger.today().plusDays(Math.max(days, 1)), STEPS_AT);
        var step = row.steps() + 1;
        var rules = "%s v%d %s".formatted(decision.decisionId(), decision.version(), decision.rules());
        dunning.insertStep(clinic.required(), new StepRow(invoiceId, step, action, rules, clock.instant()));
        dunning.taken(invoiceId, step, next);
        return new Planned(step, action, next);
    }

    /** Nothing more is done until that day is over. @return when the next step is due */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant rest(UUID invoiceId, LocalDate until) {
        var promised = at(until.plusDays(1), STEPS_AT);
        var next = promised.isAfter(clock.instant())
                ? promised
                : dunning.lock(invoiceId).nextStepAt();
        dunning.setNext(invoiceId, next);
        return next;
    }

    /** What was done so far, oldest first. */
    @Transactional(readOnly = true)
    public List<DunningStep> steps(UUID invoiceId) {
        return dunning.steps(invoiceId).stream()
                .map(row -> new DunningStep(row.step(), row.action(), row.decision(), row.takenAt()))
                .toList();
    }

    /** Whether something was done to collect it and may be done again. */
    @Transactional(readOnly = true)
    public boolean running(UUID invoiceId) {
        DunningRow row = dunning.of(invoiceId);
        return row != null && row.steps() > 0 && row.endedAt() == null;
    }

    /** Whoever changes what collection depends on waits for a step that is being decided. */
    void hold(UUID invoiceId) {
        dunning.lock(invoiceId);
    }

    void stop(UUID invoiceId) {
        dunning.stop(invoiceId, clock.instant());
    }

    void resume(UUID invoiceId) {
        dunning.resume(invoiceId);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clinics.current().timeZone()).toInstant();
    }
}
