package org.carewright.billing.subscription;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code PriceNoticeProcess}. */
@Component
public class PriceNoticeVariables implements ProcessVariables {

    public static final String PROCESS_ID = "PriceNoticeProcess";

    public static final ProcessVariable<String> PLAN_ID = ProcessVariable.open("planId", String.class);
    /** The last subscription that was looked at. */
    public static final ProcessVariable<String> TOLD_UP_TO = ProcessVariable.open("toldUpTo", String.class);

    public static final ProcessVariable<Boolean> PEOPLE_LEFT = ProcessVariable.open("peopleLeft", Boolean.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
