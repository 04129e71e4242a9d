package org.carewright.shared.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a delegate one of the tasks that models may use: the model check knows it, Camunda Modeler offers it by its name
 * with the fields declared by {@link ModelInput}, and the process pages describe it. A delegate without it can't be
 * bound in any model.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelTask {

    /** What a clinic would call the task, e.g. {@code Send e-mail}. */
    String name();

    /** One sentence for managers: what it does and when to use it. */
    String description();

    /** Whether it calls anything outside this machine; such a task must run asynchronously with its own retries. */
    boolean remote() default false;
}
