package org.carewright.billing.subscription;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.carewright.billing.subscription.SubscriptionMapper.PeriodRow;
import org.carewright.billing.subscription.SubscriptionMapper.Row;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** Starts a period's process and tells it what happened; all in the caller's transaction. */
@Component
class SubscriptionProcess {

    private final Processes processes;
    private final SubscriptionMapper subscriptions;
    private final ClinicService clinics;

    SubscriptionProcess(Processes processes, SubscriptionMapper subscriptions, ClinicService clinics) {
        this.processes = processes;
        this.subscriptions = subscriptions;
        this.clinics = clinics;
    }

    /** The period's instance becomes the one that is told what happens to the subscription. */
    void start(PeriodRow period) {
        var variables = times(period.endsOn());
        put(
                variables,
                SubscriptionVariables.SUBSCRIPTION_ID,
                period.subscriptionId().toString());
        put(variables, SubscriptionVariables.PERIOD_ID, period.id().toString());
        put(variables, SubscriptionVariables.TRIAL, period.trial());
        put(variables, SubscriptionVariables.CARD_TO_CHARGE, false);
        // An invoice may bring it forward; this one lies behind the period's end and never comes.
        put(variables, SubscriptionVariables.OVERDUE_AT, at(period.endsOn().plusDays(1)));
        var instance = processes.start(SubscriptionVariables.PROCESS_ID, period.id(), variables);
        subscriptions.setInstance(period.subscriptionId(), instance);
    }

    /** @return false when the instance doesn't wait for such news */
    boolean tell(Row subscription, String message) {
        return processes.correlate(message, subscription.processInstanceId(), Map.of());
    }

    /** The period goes on and ends another day. @return false when the instance doesn't wait for such news */
    boolean resumed(Row subscription, LocalDate endsOn) {
        return processes.correlate(SubscriptionVariables.RESUMED, subscription.processInstanceId(), times(endsOn));
    }

    /** @return false when the instance doesn't wait for such news */
    boolean priceChanged(Row subscription, int version) {
        Map<String, Object> variables = new HashMap<>();
        put(variables, SubscriptionVariables.PRICE_VERSION, version);
        return processes.correlate(SubscriptionVariables.PRICE_CHANGED, subscription.processInstanceId(), variables);
    }

    /** The first moment of that day by the clinic's clock. */
    Date at(LocalDate day) {
        return Date.from(day.atStartOfDay(clinics.current().timeZone()).toInstant());
    }

    private Map<String, Object> times(LocalDate endsOn) {
        Map<String, Object> variables = new HashMap<>();
        put(variables, SubscriptionVariables.ENDS_AT, at(endsOn));
        return variables;
    }

    private static <T> void put(Map<String, Object> variables, ProcessVariable<T> variable, T value) {
        variables.put(variable.name(), value);
    }
}
