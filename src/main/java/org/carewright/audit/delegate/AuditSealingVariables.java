package org.carewright.audit.delegate;

import java.util.List;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** It has none. */
@Component
class AuditSealingVariables implements ProcessVariables {

    @Override
    public String processId() {
        return "AuditSealingProcess";
    }

    @Override
    public List<ProcessVariable<?>> all() {
        return List.of();
    }
}
