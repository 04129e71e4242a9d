package org.carewright.billing.subscription;

import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanPriceChanged;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has everybody who has a plan told of a new price: at once, or, while the plan rests or is suspended, when it goes on.
 * Each mail is a job of its own.
 */
@Component
class PriceNotices {

    private final SubscriptionMapper subscriptions;
    private final SubscriptionProcess process;
    private final Plans plans;

    PriceNotices(SubscriptionMapper subscriptions, SubscriptionProcess process, Plans plans) {
        this.subscriptions = subscriptions;
        this.process = process;
        this.plans = plans;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void announced(PlanPriceChanged changed) {
        var plan = plans.get(changed.planId());
        subscriptions.ofPlan(changed.planId()).forEach(id -> tell(subscriptions.lock(id), plan));
    }

    void tellWhatIsMissed(Row subscription) {
        tell(subscription, plans.get(subscription.planId()));
    }

    private void tell(Row subscription, Plan plan) {
        var newest = plan.nextPrice() == null ? plan.price() : plan.nextPrice();
        if (newest.version() > subscription.priceTold() && process.priceChanged(subscription, newest.version())) {
            subscriptions.setPriceTold(subscription.id(), newest.version());
        }
    }
}
