package org.carewright.billing.subscription;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanPriceChanged;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has everybody who has a plan told of a new price: soon, or, while the plan rests or is suspended, when it goes on.
 * {@code PriceNoticeProcess} goes through them, some at a time; each mail is a job of its own.
 */
@Service
public class PriceNotices {

    /** So many locks and messages are a transaction of well under a second. */
    static final int BATCH = 100;

    private final SubscriptionMapper subscriptions;
    private final SubscriptionProcess process;
    private final Processes processes;
    private final Plans plans;

    PriceNotices(SubscriptionMapper subscriptions, SubscriptionProcess process, Processes processes, Plans plans) {
        this.subscriptions = subscriptions;
        this.process = process;
        this.processes = processes;
        this.plans = plans;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void announced(PlanPriceChanged changed) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(PriceNoticeVariables.PLAN_ID.name(), changed.planId().toString());
        processes.start(PriceNoticeVariables.PROCESS_ID, changed.planId(), variables);
    }

    /**
     * Hands the newest price to the periods of the next people who don't know it. Run again, nobody is told twice.
     *
     * @param after the last one of the batch before, null for the first batch
     * @return the last one of this batch, null when nobody is left
     */
    @Transactional
    public UUID tellNext(UUID planId, UUID after) {
        var plan = plans.get(planId);
        var next = subscriptions.toTell(planId, newest(plan), after, BATCH);
        next.forEach(id -> tell(subscriptions.lock(id), plan));
        return next.size() < BATCH ? null : next.get(next.size() - 1);
    }

    void tellWhatIsMissed(Row subscription) {
        tell(subscription, plans.get(subscription.planId()));
    }

    private void tell(Row subscription, Plan plan) {
        var newest = newest(plan);
        // Somebody may have changed to another plan while this waited for the lock.
        var concerned = subscription.planId().equals(plan.id()) && newest > subscription.priceTold();
        if (concerned && process.priceChanged(subscription, newest)) {
            subscriptions.setPriceTold(subscription.id(), newest);
        }
    }

    private static int newest(Plan plan) {
        return plan.nextPrice() == null
                ? plan.price().version()
                : plan.nextPrice().version();
    }
}
