package org.carewright.messaging.delegate;

import org.carewright.messaging.AccountMessages;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

@Component
class AccountMessageVariables implements ProcessVariables {

    static final ProcessVariable<String> TICKET_ID = ProcessVariable.open(AccountMessages.TICKET_ID, String.class);

    @Override
    public String processId() {
        return AccountMessages.PROCESS;
    }
}
