package org.carewright.shared.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
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
            return work.get();
        }
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}
