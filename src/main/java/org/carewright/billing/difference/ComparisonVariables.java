package org.carewright.billing.difference;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code ComparisonProcess}. */
@Component
public class ComparisonVariables implements ProcessVariables {

    public static final String PROCESS_ID = "ComparisonProcess";

    public static final ProcessVariable<Integer> STEP = ProcessVariable.open("comparisonStep", Integer.class);
    public static final ProcessVariable<Boolean> GATEWAY_LEFT = ProcessVariable.open("gatewayLeft", Boolean.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
