package org.carewright.shared.process;

import java.util.List;

/**
 * The variables of one process, declared as constants of type {@link ProcessVariable} by the module that owns it; a bean
 * per process, read by the model check and the sealing.
 */
public interface ProcessVariables {

    /** The process id, which is also its file's name. */
    String processId();

    /**
     * Every variable a model, form or delegate of this process may set, form fields included: the constants of the class,
     * in the order in which they stand there.
     */
    default List<ProcessVariable<?>> all() {
        return DeclaredVariables.of(getClass());
    }
}
