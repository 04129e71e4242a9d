package org.carewright.shared.process.variables;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Finds the clinic whose key seals a variable that is being written. */
@Component
class ClinicOfVariable {

    private final ClinicScope scope;

    ClinicOfVariable(ClinicScope scope) {
        this.scope = scope;
    }

    /**
     * The tenant of the variable, else of the execution that is at work, else the clinic in scope, else the one clinic
     * of the person signed in.
     *
     * @throws IllegalStateException when none is known: the value must not be stored in clear
     */
    UUID required(ValueFields fields) {
        return ofVariable(fields)
                .or(ClinicOfVariable::ofExecution)
                .or(scope::current)
                .or(ClinicOfVariable::ofPerson)
                .orElseThrow(() -> new IllegalStateException("Variable '" + fields.getName()
                        + "' can't be sealed: neither an instance, a scope nor a person tells its clinic"));
    }

    private static Optional<UUID> ofVariable(ValueFields fields) {
        return fields instanceof VariableInstanceEntity variable
                ? Optional.ofNullable(variable.getTenantId()).map(UUID::fromString)
                : Optional.empty();
    }

    private static Optional<UUID> ofExecution() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> context.getExecution().getTenantId())
                .map(UUID::fromString);
    }

    private static Optional<UUID> ofPerson() {
        return Optional.ofNullable(Context.getProcessEngineConfiguration())
                .map(engine -> engine.getIdentityService().getCurrentAuthentication())
                .map(person -> person.getTenantIds() == null ? List.<String>of() : person.getTenantIds())
                .filter(tenants -> tenants.size() == 1)
                .map(tenants -> UUID.fromString(tenants.get(0)));
    }
}
