package org.carewright.shared.process.guard;

import java.lang.reflect.Method;
import java.util.Set;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The language of models' expressions: variables, entries of lists and maps, operators, and the beans made for models.
 * There is no bean property, no method call and no function but {@code now()}, wherever the expression stands: even a
 * task's name is one.
 */
class ModelExpressions extends JuelExpressionManager {

    /** The engine's and Spin's own functions are refused but for this one: parsers and user look-ups have no place in models. */
    private static final Set<String> FUNCTIONS = Set.of("now");

    private static final boolean READ_ONLY = true;

    private final ListableBeanFactory modelBeans;

    ModelExpressions(ListableBeanFactory modelBeans) {
        this.modelBeans = modelBeans;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ModelBeansResolver(modelBeans));
        resolver.add(new ArrayELResolver(READ_ONLY));
        resolver.add(new ListELResolver(READ_ONLY));
        resolver.add(new MapELResolver(READ_ONLY));
        resolver.add(new EngineMembersResolver());
        return resolver;
    }
}
