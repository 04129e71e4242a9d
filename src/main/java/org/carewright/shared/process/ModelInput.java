package org.carewright.shared.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One input parameter of a {@link ModelTask}: a field in Camunda Modeler, an input parameter in the model. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ModelInput.List.class)
public @interface ModelInput {

    /** The input parameter's name, camelCase, as the delegate reads it. */
    String name();

    /** The field's label in the modeler. */
    String label();

    /** One sentence on what to enter; may be empty. */
    String description() default "";

    /** How the field is edited. */
    Type type() default Type.STRING;

    /** The values to choose from; for {@link Type#DROPDOWN} only. */
    String[] options() default {};

    /** Whether a model must give it. */
    boolean required() default true;

    /** What the modeler fills in for a new task; may be {@code ${variable}}. */
    String value() default "";

    /** The kinds of field that Camunda Modeler has. */
    enum Type {
        STRING,
        TEXT,
        BOOLEAN,
        DROPDOWN
    }

    /** Container of repeated inputs; not written by hand. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        ModelInput[] value();
    }
}
