package org.carewright.billing.difference;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code ComparisonProcess}. */
@Component
public class ComparisonVariables implements ProcessVariables {

    public static final String PROCESS_ID = "ComparisonProcess";

    /** The day (UTC) it began, ISO: steps that are tried again after midnight are still about the same days. */
    public static final ProcessVariable<String> DAY = ProcessVariable.open("comparisonDay", String.class);

    public static final ProcessVariable<Integer> STEP = ProcessVariable.open("comparisonStep", Integer.class);
    public static final ProcessVariable<Boolean> GATEWAY_LEFT = ProcessVariable.open("gatewayLeft", Boolean.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
