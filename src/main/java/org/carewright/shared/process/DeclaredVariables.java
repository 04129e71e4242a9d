package org.carewright.shared.process;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.ClassUtils;

/** Reads which variables a class declares, so that no second list of them can miss one. */
final class DeclaredVariables {

    private DeclaredVariables() {}

    static List<ProcessVariable<?>> of(Class<?> owner) {
        return Arrays.stream(ClassUtils.getUserClass(owner).getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ProcessVariable.class)
                .<ProcessVariable<?>>map(DeclaredVariables::value)
                .toList();
    }

    private static ProcessVariable<?> value(Field field) {
        try {
            field.setAccessible(true);
            return (ProcessVariable<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Can't read " + field, e);
        }
    }
}
