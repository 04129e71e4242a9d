package org.carewright.billing.app.web;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.billing.held.PatientPlans.PlanLine;
import org.carewright.billing.plan.Plan;

/** Plans as the API tells them; amounts in minor units. */
final class PlanAnswers {

    private PlanAnswers() {}

    /**
     * A plan that is sold.
     *
     * @param interval week, month or year; {@code intervalCount} of them are a period
     * @param priceMinor of a period that begins today
     * @param nextPriceMinor announced, of periods that begin on {@code nextPriceFrom} or later; null for none
     * @param sessions visits included in a period
     * @param serviceId whose visits are included; null for those of any service
     */
    record PlanAnswer(
            UUID id,
            String name,
            String currency,
            long priceMinor,
            Long nextPriceMinor,
            LocalDate nextPriceFrom,
            String interval,
            int intervalCount,
            int sessions,
            UUID serviceId,
            int trialDays) {

        static PlanAnswer of(Plan plan) {
            var next = plan.nextPrice();
            return new PlanAnswer(
                    plan.id(),
                    plan.name(),
                    plan.currency().getCurrencyCode(),
                    plan.price().minor(),
                    next == null ? null : Long.valueOf(next.minor()),
                    next == null ? null : next.validFrom(),
                    plan.interval().unit().code(),
                    plan.interval().count(),
                    plan.sessions(),
                    plan.serviceId(),
                    plan.trialDays());
        }
    }

    /**
     * A patient's plan.
     *
     * @param status waiting, trialing, active, past_due, paused, suspended or cancelled
     * @param periodEnd last day of the period that runs, or ran last
     * @param nextChargeOn null when nothing follows
     * @param nextChargeMinor with tax
     * @param payBy card or invoice
     */
    record SubscriptionAnswer(
            UUID id,
            UUID patientId,
            UUID planId,
            String status,
            LocalDate periodStart,
            LocalDate periodEnd,
            boolean trial,
            UUID invoiceId,
            LocalDate nextChargeOn,
            Long nextChargeMinor,
            String currency,
            int sessions,
            int sessionsUsed,
            boolean endsWithPeriod,
            LocalDate pausedOn,
            LocalDate endedOn,
            String payBy) {

        static SubscriptionAnswer of(PlanLine line) {
            var one = line.subscription();
            var next = line.next();
            return new SubscriptionAnswer(
                    one.id(),
                    one.patientId(),
                    one.planId(),
                    line.state(),
                    one.period().start(),
                    one.period().lastDay(),
                    one.trial(),
                    one.invoiceId(),
                    next == null ? null : next.on(),
                    next == null ? null : Long.valueOf(next.amount().minor()),
                    line.plan().currency().getCurrencyCode(),
                    line.plan().sessions(),
                    line.used(),
                    one.endsWithPeriod(),
                    one.pausedOn(),
                    one.endedOn(),
                    one.byCard() ? "card" : "invoice");
        }
    }
}
