package org.carewright.billing.plan;

import java.util.Currency;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A plan of the clinic in scope.
 *
 * @param serviceId whose tax its invoices bear and whose visits it includes; null for no tax and visits of any service
 * @param sessions visits included in a period; 0 for none
 * @param trialDays without charge before the first period
 * @param active whether it can be sold; whoever has it keeps it
 * @param price in force today
 * @param nextPrice announced, or null
 */
public record Plan(
        UUID id,
        String name,
        UUID serviceId,
        Currency currency,
        PlanInterval interval,
        int sessions,
        int trialDays,
        boolean active,
        PlanPrice price,
        PlanPrice nextPrice) {

    /** What a period costs today. */
    public Money amount() {
        return new Money(price.minor(), currency);
    }
}
