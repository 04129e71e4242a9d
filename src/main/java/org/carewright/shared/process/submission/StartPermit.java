package org.carewright.shared.process.submission;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * People start only processes that are marked {@code camunda:isStartableInTasklist}, and only by their start form; all
 * others are started by our services, which know the rules and write the business row in the same transaction.
 */
class StartPermit {

    private static final String START = "checkCreateProcessInstance";

    private final ThreadLocal<Boolean> byForm = ThreadLocal.withInitial(() -> false);

    /** Runs what starts a process by its form. */
    <T> T call(Supplier<T> start) {
        byForm.set(true);
        try {
            return start.get();
        } finally {
            byForm.remove();
        }
    }

    /** A checker that minds starts and lets everything else pass: the engine's own checkers see to that. */
    CommandChecker checker() {
        return (CommandChecker) Proxy.newProxyInstance(
                CommandChecker.class.getClassLoader(),
                new Class<?>[] {CommandChecker.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals(START)) {
                        check((ProcessDefinition) arguments[0]);
                    }
                    return switch (method.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "toString" -> "StartPermit";
                        default -> null;
                    };
                });
    }

    private void check(ProcessDefinition definition) {
        IdentityService identity = Context.getProcessEngineConfiguration().getIdentityService();
        if (identity.getCurrentAuthentication() == null) {
            return;
        }
        if (!definition.isStartableInTasklist()) {
            throw new BadUserRequestException(
                    "Process " + definition.getKey() + " is started by the application, not by people");
        }
        if (!byForm.get()) {
            throw new BadUserRequestException("Process " + definition.getKey() + " is started by its form");
        }
    }
}
