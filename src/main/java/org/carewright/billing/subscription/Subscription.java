package org.carewright.billing.subscription;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.billing.plan.PlanPeriod;

/**
 * A patient's plan.
 *
 * @param period the one that runs, or ran last
 * @param trial whether that period is the trial
 * @param priceMinor what that period costs, minor units of the plan's currency
 * @param invoiceId of that period, null in a trial
 * @param endsWithPeriod whether it was cancelled to the period's end
 * @param pausedOn since when it rests, or null
 * @param endedOn the day it was over, or null
 * @param firstDay of a plan that was begun ahead, null for its first period's; nothing is included before
 * @param byCard whether a saved card is charged when a period begins; else only invoices are sent
 */
public record Subscription(
        UUID id,
        UUID patientId,
        UUID planId,
        SubscriptionStatus status,
        PlanPeriod period,
        boolean trial,
        long priceMinor,
        UUID invoiceId,
        boolean endsWithPeriod,
        LocalDate pausedOn,
        LocalDate endedOn,
        LocalDate firstDay,
        boolean byCard) {

    /** Whether it goes on after its period, as far as is known today. */
    public boolean renews() {
        return !endsWithPeriod
                && (status == SubscriptionStatus.TRIALING
                        || status == SubscriptionStatus.ACTIVE
                        || status == SubscriptionStatus.PAST_DUE);
    }
}
