package org.carewright.shared.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.springframework.stereotype.Component;

/**
 * Lets services use the engine as the application, whoever's request it is. Somebody who completes a task in Tasklist
 * sets off what the model and the services behind it do (a completed visit is invoiced); what they may do in the engine
 * themselves doesn't matter for that.
 */
@Component
class AsApplication {

    private final IdentityService identity;

    AsApplication(IdentityService identity) {
        this.identity = identity;
    }

    <T> T call(Supplier<T> work) {
        var person = identity.getCurrentAuthentication();
        if (person == null) {
            return apart(work);
        }
        identity.clearAuthentication();
        try {
            return apart(work);
        } finally {
            identity.setAuthentication(person);
        }
    }

    /**
     * In the same transaction, but not in the command of a step that may be running: a command keeps what it did to
     * itself until its end, so a second message would be delivered to where the first had been already, and a message to
     * an instance just started to nobody.
     */
    private static <T> T apart(Supplier<T> work) {
        ProcessEngineContext.requiresNew();
        try {
            return work.get();
        } finally {
            ProcessEngineContext.clear();
        }
    }
}
