package org.carewright.billing.subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.SubscriptionMapper.PeriodRow;
import org.carewright.billing.subscription.SubscriptionMapper.PlanCount;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.carewright.patients.PatientService;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.EngineConflicts;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Patients' plans in the clinic in scope (BIL-5). Whatever is done to one is told to the process of its period. */
@Service
public class Subscriptions {

    private static final int TRIES = 5;

    private final SubscriptionMapper subscriptions;
    private final SubscriptionProcess process;
    private final Periods periods;
    private final PeriodInvoices invoices;
    private final PriceNotices notices;
    private final Plans plans;
    private final PatientService patients;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Subscriptions(
            SubscriptionMapper subscriptions,
            SubscriptionProcess process,
            Periods periods,
            PeriodInvoices invoices,
            PriceNotices notices,
            Plans plans,
            PatientService patients,
            Ledger ledger,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.subscriptions = subscriptions;
        this.process = process;
        this.periods = periods;
        this.invoices = invoices;
        this.notices = notices;
        this.plans = plans;
        this.patients = patients;
        this.ledger = ledger;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Subscription get(UUID id) {
        return found(subscriptions.byId(id)).toSubscription();
    }

    /** A patient's, newest first, also those that have ended. */
    @Transactional(readOnly = true)
    public List<Subscription> ofPatient(UUID patientId) {
        return subscriptions.ofPatient(patientId).stream()
                .map(Row::toSubscription)
                .toList();
    }

    /** {@link #subscribe(NewSubscription)} from today, with the trial, charged by card where there is one. */
    @Transactional
    public UUID subscribe(UUID patientId, UUID planId) {
        return subscribe(NewSubscription.today(patientId, planId));
    }

    /**
     * Gives a patient a plan: first the days until it begins and its trial, then its first period is invoiced; at once
     * where there are none.
     *
     * @throws InvalidFormException naming {@code startsOn} when that is over or more than a year ahead
     * @throws ProblemException 404 for the patient or the plan; {@code plan_retired} (409); {@code plan_running} (409) when
     *     the patient has it already
     */
    @Transactional
    public UUID subscribe(NewSubscription begun) {
        var patientId = begun.patientId();
        var planId = begun.planId();
        begun.check(ledger.today());
        plans.hold(planId);
        var plan = plans.get(planId);
        refuseUnless(plan.active(), "plan_retired");
        patients.find(patientId).orElseThrow(ProblemException::notFound);
        refuseUnless(!subscriptions.has(patientId, planId), "plan_running");
        var id = UUID.randomUUID();
        // Whoever takes it today is shown what it costs today and what is announced.
        var told = plan.nextPrice() == null ? plan.price() : plan.nextPrice();
        subscriptions.insert(clinic.required(), id, begun, told.version(), clock.instant());
        audit.record("subscription.begun", Periods.RESOURCE, id, patientId);
        periods.first(id, plan, begun);
        return id;
    }

    /**
     * Has a saved card charged when a period begins, or only invoices sent.
     *
     * @throws ProblemException 404; {@code plan_ended} (409)
     */
    public void payBy(UUID id, boolean card) {
        change(id, (row, period) -> {
            refuseUnless(row.state() != SubscriptionStatus.CANCELLED, "plan_ended");
            subscriptions.setByCard(id, card);
            audit.record("subscription.payment-changed", Periods.RESOURCE, id, row.patientId());
        });
    }

    /** How many people have each plan, those who pause it too; plans that nobody has are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> peopleByPlan() {
        return subscriptions.countByPlan().stream().collect(Collectors.toMap(PlanCount::planId, PlanCount::people));
    }

    /** Lets it rest from today; the days of the pause are not used up. @throws ProblemException 404; {@code plan_not_active} (409) */
    public void pause(UUID id) {
        change(id, (row, period) -> {
            refuseUnless(row.state() == SubscriptionStatus.ACTIVE, "plan_not_active");
            subscriptions.setStatus(id, SubscriptionStatus.PAUSED.code(), ledger.today());
            tell(row, SubscriptionVariables.PAUSED);
            audit.record("subscription.paused", Periods.RESOURCE, id, row.patientId());
        });
    }

    /**
     * Goes on after a pause; the period ends as many days later as it rested.
     *
     * @throws ProblemException 404; {@code plan_not_paused} (409)
     */
    public void resume(UUID id) {
        change(id, (row, period) -> {
            refuseUnless(row.state() == SubscriptionStatus.PAUSED, "plan_not_paused");
            var days = ledger.today().toEpochDay() - row.pausedOn().toEpochDay();
            if (days > 0) {
                subscriptions.stretchPeriod(period.id(), Math.toIntExact(days));
            }
            subscriptions.setStatus(id, SubscriptionStatus.ACTIVE.code(), null);
            refuseUnless(process.resumed(row, period.endsOn().plusDays(days)), "plan_not_paused");
            audit.record("subscription.resumed", Periods.RESOURCE, id, row.patientId());
            notices.tellWhatIsMissed(subscriptions.byId(id));
        });
    }

    /**
     * Ends it when the period that runs is over; nothing is credited. One that rests or is suspended ends at once.
     *
     * @throws ProblemException 404; {@code plan_ended} (409)
     */
    public void cancelAtPeriodEnd(UUID id) {
        change(id, (row, period) -> {
            if (row.state() == SubscriptionStatus.PAUSED || row.state() == SubscriptionStatus.SUSPENDED) {
                endNow(row, period);
                return;
            }
            refuseUnless(row.state() != SubscriptionStatus.CANCELLED, "plan_ended");
            subscriptions.setEndsWithPeriod(id, true);
            audit.record("subscription.cancelled", Periods.RESOURCE, id, row.patientId());
        });
    }

    /** Takes back {@link #cancelAtPeriodEnd}. @throws ProblemException 404; {@code plan_ended} (409) */
    public void keep(UUID id) {
        change(id, (row, period) -> {
            refuseUnless(row.state() != SubscriptionStatus.CANCELLED, "plan_ended");
            subscriptions.setEndsWithPeriod(id, false);
            audit.record("subscription.kept", Periods.RESOURCE, id, row.patientId());
        });
    }

    /**
     * Ends it today; the days from tomorrow on are credited, of a paused one those since its pause.
     *
     * @throws ProblemException 404; {@code plan_ended} (409)
     */
    public void cancelNow(UUID id) {
        change(id, this::endNow);
    }

    private void endNow(Row row, PeriodRow period) {
        refuseUnless(row.state() != SubscriptionStatus.CANCELLED, "plan_ended");
        var today = ledger.today();
        var unused = row.pausedOn() == null ? today.plusDays(1) : row.pausedOn();
        if (unused.isBefore(period.endsOn())) {
            invoices.creditRest(period, unused);
            subscriptions.cutPeriod(period.id(), later(unused, period.startsOn()));
        }
        periods.end(row, today);
        tell(row, SubscriptionVariables.CANCELLED);
    }

    /**
     * Changes to another plan from today. Plans of the same interval share the period: the rest of the old one is
     * credited, the rest of the new one invoiced, both by days ({@link org.carewright.billing.plan.Proration}). Else a new
     * period begins today. A trial goes on as the new plan's.
     *
     * @throws ProblemException 404; {@code plan_not_active}, {@code plan_retired}, {@code plan_running} or
     *     {@code other_currency} (409)
     */
    public void changePlan(UUID id, UUID planId) {
        change(id, (row, period) -> {
            refuseUnless(
                    row.state() == SubscriptionStatus.ACTIVE || row.state() == SubscriptionStatus.TRIALING,
                    "plan_not_active");
            plans.hold(planId);
            var from = plans.get(row.planId());
            var to = plans.get(planId);
            refuseUnless(to.active(), "plan_retired");
            refuseUnless(!subscriptions.has(row.patientId(), planId), "plan_running");
            refuseUnless(to.currency().equals(from.currency()), "other_currency");
            var today = ledger.today();
            refuseUnless(today.isBefore(period.endsOn()), "plan_not_active");
            invoices.creditRest(period, today);
            subscriptions.cutPeriod(period.id(), today);
            subscriptions.setPlan(id, planId);
            subscriptions.setPriceTold(id, (to.nextPrice() == null ? to.price() : to.nextPrice()).version());
            tell(row, SubscriptionVariables.CHANGED);
            audit.record("subscription.changed", Periods.RESOURCE, id, row.patientId());
            periods.change(
                    subscriptions.byId(id), period, to, today, to.interval().equals(from.interval()));
        });
    }

    /** Against the job executor, which may be about to end the period. */
    private void change(UUID id, BiConsumer<Row, PeriodRow> work) {
        EngineConflicts.retry(TRIES, () -> {
            transaction.executeWithoutResult(status -> {
                var row = found(subscriptions.lock(id));
                work.accept(row, subscriptions.period(row.periodId()));
            });
            return null;
        });
    }

    private void tell(Row row, String message) {
        refuseUnless(process.tell(row, message), "changed_meanwhile");
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Row found(Row row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static void refuseUnless(boolean allowed, String code) {
        if (!allowed) {
            throw new ProblemException(HttpStatus.CONFLICT, code);
        }
    }
}
