package org.carewright.shared.process.variables;

import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;

/** Who reads a sealed variable in clear. */
final class Readers {

    /** Operators run the platform and read no patient data, even when an account were to have a clinic. */
    private static final String OPERATORS = "operator";

    private Readers() {}

    /**
     * Our own services and the job executor have no engine authentication and read in clear, and so does the process
     * itself, whoever has set it going. A person reads what belongs to a clinic of theirs.
     */
    static boolean mayRead(UUID clinicId) {
        if (Context.getCommandContext() != null && Context.getBpmnExecutionContext() != null) {
            return true;
        }
        var engine = Context.getProcessEngineConfiguration();
        var person = engine == null ? null : engine.getIdentityService().getCurrentAuthentication();
        if (person == null) {
            return true;
        }
        var inClinic = person.getTenantIds() != null && person.getTenantIds().contains(clinicId.toString());
        var operator = person.getGroupIds() != null && person.getGroupIds().contains(OPERATORS);
        return inClinic && !operator;
    }
}
