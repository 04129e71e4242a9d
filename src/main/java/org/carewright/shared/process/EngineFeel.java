package org.carewright.shared.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.carewright.shared.forms.FormExpressions;

/** The FEEL of the engine's decisions, for forms. Public with a public constructor because a service loader makes it. */
public final class EngineFeel implements FormExpressions {

    private final FeelEngine feel = feelOfDecisions();

    @Override
    public Optional<Object> evaluate(String expression, Map<String, Object> variables) {
        try {
            return Optional.ofNullable(feel.evaluateSimpleExpression(
                    expression, Variables.fromMap(variables).asVariableContext()));
        } catch (FeelException e) {
            // Its message quotes values, so it goes no further.
            return Optional.empty();
        }
    }

    private static FeelEngine feelOfDecisions() {
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.buildEngine();
        return decisions.getFeelEngine();
    }
}
