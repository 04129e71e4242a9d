package org.carewright.integrations.delegate;

import org.carewright.integrations.inbox.Inbox;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

@Component
class ProviderEventVariables implements ProcessVariables {

    static final ProcessVariable<String> BATCH_ID = ProcessVariable.open(Inbox.BATCH_ID, String.class);

    @Override
    public String processId() {
        return Inbox.PROCESS;
    }
}
