package org.carewright.billing.difference;

import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** {@code ReconciliationProcess} has none. */
@Component
class ReconciliationVariables implements ProcessVariables {

    @Override
    public String processId() {
        return "ReconciliationProcess";
    }
}
