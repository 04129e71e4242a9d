package org.carewright.billing.subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanPeriod;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.plan.Proration;
import org.carewright.billing.subscription.SubscriptionMapper.PeriodRow;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** One period after the other. The caller holds the subscription's lock. */
@Component
class Periods {

    static final String RESOURCE = "subscription";

    private final SubscriptionMapper subscriptions;
    private final SubscriptionProcess process;
    private final Plans plans;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    Periods(
            SubscriptionMapper subscriptions,
            SubscriptionProcess process,
            Plans plans,
            Ledger ledger,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.process = process;
        this.plans = plans;
        this.ledger = ledger;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The very first; days before the plan begins and those of a trial are one without charge. */
    void first(UUID subscriptionId, Plan plan, NewSubscription begun) {
        var today = ledger.today();
        var start = begun.startsOn() == null ? today : begun.startsOn();
        var charged = begun.trial() ? start.plusDays(plan.trialDays()) : start;
        if (charged.equals(today)) {
            begin(subscriptionId, plan, 1, 0, today);
        } else {
            var days = new PlanPeriod(today, charged);
            begin(trial(subscriptionId, plan, 1, days, null), days.end(), SubscriptionStatus.TRIALING);
        }
    }

    /** What follows the period, by what was wished and paid; run again, it changes nothing. */
    Renewal renew(Row subscription, PeriodRow over) {
        var status = subscription.state();
        if (!over.id().equals(subscription.periodId())) {
            return Renewal.RENEWED;
        }
        if (status == SubscriptionStatus.CANCELLED) {
            return Renewal.ENDED;
        }
        if (subscription.endsWithPeriod()) {
            end(subscription, over.endsOn());
            return Renewal.ENDED;
        }
        var unpaid = subscriptions.overdueInvoices(subscription.id(), ledger.today()) > 0;
        if (unpaid || status == SubscriptionStatus.PAST_DUE) {
            suspend(subscription);
            return Renewal.SUSPENDED;
        }
        var plan = plans.get(subscription.planId());
        if (status == SubscriptionStatus.SUSPENDED) {
            // Nothing was given meanwhile, so nothing is charged for it: a new count begins today.
            begin(subscription.id(), plan, over.sequence() + 1, 0, ledger.today());
            audit.record("subscription.reinstated", RESOURCE, subscription.id(), subscription.patientId());
        } else {
            begin(subscription.id(), plan, over.sequence() + 1, over.cycle() + 1, subscription.anchor());
        }
        return Renewal.RENEWED;
    }

    /** Another plan from that day on, within the same period where both plans have the same interval. */
    void change(Row subscription, PeriodRow cut, Plan plan, LocalDate day, boolean sameInterval) {
        var sequence = cut.sequence() + 1;
        if (cut.trial()) {
            begin(
                    trial(subscription.id(), plan, sequence, new PlanPeriod(day, cut.endsOn()), countOf(cut)),
                    cut.endsOn(),
                    SubscriptionStatus.TRIALING);
        } else if (sameInterval) {
            var price = plans.priceOn(plan.id(), day);
            var row = new PeriodRow(
                    UUID.randomUUID(),
                    subscription.id(),
                    plan.id(),
                    sequence,
                    cut.cycle(),
                    day,
                    cut.endsOn(),
                    cut.cycleFrom(),
                    day,
                    false,
                    price.version(),
                    Proration.rest(price.minor(), cut.whole(), day),
                    null,
                    countOf(cut));
            begin(row, subscription.anchor(), SubscriptionStatus.ACTIVE);
        } else {
            begin(subscription.id(), plan, sequence, 0, day);
        }
    }

    void suspend(Row subscription) {
        subscriptions.setStatus(subscription.id(), SubscriptionStatus.SUSPENDED.code(), null);
        audit.record("subscription.suspended", RESOURCE, subscription.id(), subscription.patientId());
    }

    void end(Row subscription, LocalDate day) {
        subscriptions.end(subscription.id(), day, clock.instant());
        audit.record("subscription.ended", RESOURCE, subscription.id(), subscription.patientId());
    }

    private void begin(UUID subscriptionId, Plan plan, int sequence, int cycle, LocalDate anchor) {
        var days = plan.interval().period(anchor, cycle);
        var price = plans.priceOn(plan.id(), days.start());
        var row = new PeriodRow(
                UUID.randomUUID(),
                subscriptionId,
                plan.id(),
                sequence,
                cycle,
                days.start(),
                days.end(),
                days.start(),
                days.start(),
                false,
                price.version(),
                price.minor(),
                null,
                null);
        begin(row, anchor, SubscriptionStatus.ACTIVE);
    }

    private void begin(PeriodRow row, LocalDate anchor, SubscriptionStatus status) {
        subscriptions.insertPeriod(clinic.required(), row, clock.instant());
        subscriptions.setPeriod(row, anchor, status.code());
        process.start(row);
    }

    private static UUID countOf(PeriodRow part) {
        return part.countedWith() == null ? part.id() : part.countedWith();
    }

    private static PeriodRow trial(UUID subscriptionId, Plan plan, int sequence, PlanPeriod days, UUID countedWith) {
        return new PeriodRow(
                UUID.randomUUID(),
                subscriptionId,
                plan.id(),
                sequence,
                -1,
                days.start(),
                days.end(),
                days.start(),
                days.start(),
                true,
                plan.price().version(),
                0,
                null,
                countedWith);
    }
}
