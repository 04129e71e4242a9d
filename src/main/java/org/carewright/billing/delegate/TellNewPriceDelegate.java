package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.subscription.PriceNoticeVariables;
import org.carewright.billing.subscription.PriceNotices;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Tell next people of new price",
        description =
                "Hands the new price of a plan to the next hundred people who have it; each period then sends its own e-mail. Nobody is told twice, however often the task is repeated.")
class TellNewPriceDelegate implements JavaDelegate {

    private final PriceNotices notices;

    TellNewPriceDelegate(PriceNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var before = PriceNoticeVariables.TOLD_UP_TO.find(execution);
        var last = notices.tellNext(
                UUID.fromString(PriceNoticeVariables.PLAN_ID.from(execution)),
                before.map(UUID::fromString).orElse(null));
        PriceNoticeVariables.PEOPLE_LEFT.set(execution, last != null);
        if (last != null) {
            PriceNoticeVariables.TOLD_UP_TO.set(execution, last.toString());
        }
    }
}
