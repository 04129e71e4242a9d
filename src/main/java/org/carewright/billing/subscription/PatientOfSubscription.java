package org.carewright.billing.subscription;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A period's process is about the patient who has the plan. */
@Component
class PatientOfSubscription implements PatientOfProcess {

    private final SubscriptionMapper subscriptions;

    PatientOfSubscription(SubscriptionMapper subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public String processId() {
        return SubscriptionVariables.PROCESS_ID;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(UUID periodId) {
        return Optional.ofNullable(subscriptions.period(periodId))
                .map(period -> subscriptions.byId(period.subscriptionId()))
                .map(SubscriptionMapper.Row::patientId);
    }
}
