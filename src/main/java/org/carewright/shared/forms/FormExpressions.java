package org.carewright.shared.forms;

import java.util.Map;
import java.util.Optional;

/**
 * FEEL as the engine understands it, for conditions and computed values of forms. Found with {@link
 * java.util.ServiceLoader}, so that forms are checked the same way with and without an application around them; the
 * implementation lies with the other engine classes in {@code shared.process}.
 */
public interface FormExpressions {

    /**
     * The value of a FEEL expression.
     *
     * @param variables values by name; names that are missing are null
     * @return empty when the value is null or the expression can't be evaluated with these values
     */
    Optional<Object> evaluate(String expression, Map<String, Object> variables);
}
