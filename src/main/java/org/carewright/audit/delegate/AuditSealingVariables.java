package org.carewright.audit.delegate;

import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** It has none. */
@Component
class AuditSealingVariables implements ProcessVariables {

    @Override
    public String processId() {
        return "AuditSealingProcess";
    }
}
