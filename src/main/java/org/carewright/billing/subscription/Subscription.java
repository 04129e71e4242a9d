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
        LocalDate endedOn) {}
