package org.carewright.shared.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable by name and type. An open one holds an id, a code, an amount, a time or a decision and may be read
 * by whoever sees the instance; every variable that isn't declared open is sealed at rest (design §7).
 *
 * @param name as in the model, camelCase, one meaning in the whole product
 * @param type the Java type delegates get; numbers are converted, as forms deliver them in various types
 * @param open whether it is stored in clear
 */
public record ProcessVariable<T>(String name, Class<T> type, boolean open) {

    public static <T> ProcessVariable<T> open(String name, Class<T> type) {
        return new ProcessVariable<>(name, type, true);
    }

    public static <T> ProcessVariable<T> sealed(String name, Class<T> type) {
        return new ProcessVariable<>(name, type, false);
    }

    /**
     * The variable's value.
     *
     * @throws IllegalStateException when the scope has no value or one of another type: the model is wrong
     */
    public T from(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("Process variable '" + name + "' has no value"));
    }

    /** The variable's value, empty when there is none. */
    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(this::convert);
    }

    private T convert(Object value) {
        Object converted = value;
        if (value instanceof Number number) {
            if (type == Integer.class) {
                converted = Math.toIntExact(number.longValue());
            } else if (type == Long.class) {
                converted = number.longValue();
            }
        }
        if (!type.isInstance(converted)) {
            throw new IllegalStateException("Process variable '" + name + "' is no " + type.getSimpleName());
        }
        return type.cast(converted);
    }

    /** Sets the variable where it is, else in the process instance's scope. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
