package org.carewright.billing.difference;

import java.util.List;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** {@code ReconciliationProcess} has none. */
@Component
class ReconciliationVariables implements ProcessVariables {

    @Override
    public String processId() {
        return "ReconciliationProcess";
    }

    @Override
    public List<ProcessVariable<?>> all() {
        return List.of();
    }
}
