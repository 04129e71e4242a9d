package org.carewright.shared.process.variables;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The names of all variables that are stored in clear; every other name is sealed, also one that nobody declared. */
@Component
class VariableCatalogue implements SmartInitializingSingleton {

    /** What the engine counts for itself in loops. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of("nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances", "loopCounter");

    private final ObjectProvider<ProcessVariables> declarations;

    private volatile Set<String> open;

    VariableCatalogue(ObjectProvider<ProcessVariables> declarations) {
        this.declarations = declarations;
    }

    boolean isOpen(String name) {
        if (open == null) {
            open = openNames(declarations.stream().toList());
        }
        return open.contains(name);
    }

    /** Refuses to start when two processes disagree: a name has one meaning in the whole product. */
    @Override
    public void afterSingletonsInstantiated() {
        open = openNames(declarations.stream().toList());
    }

    static Set<String> openNames(Iterable<ProcessVariables> declarations) {
        Map<String, Boolean> openByName = new HashMap<>();
        for (var process : declarations) {
            for (var variable : process.all()) {
                var before = openByName.putIfAbsent(variable.name(), variable.open());
                if (before != null && before != variable.open()) {
                    throw new IllegalStateException("Variable '" + variable.name() + "' is open in one process and"
                            + " sealed in another (" + process.processId() + ")");
                }
            }
        }
        var names = new TreeSet<>(OF_THE_ENGINE);
        openByName.forEach((name, isOpen) -> {
            if (isOpen) {
                names.add(name);
            }
        });
        return Set.copyOf(names);
    }
}
