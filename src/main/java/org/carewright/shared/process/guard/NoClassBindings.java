package org.carewright.shared.process.guard;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/**
 * {@code camunda:class} would make an object of any class on the path, and the engine makes its shell and mail tasks the
 * same way; models bind to beans only.
 */
class NoClassBindings implements ArtifactFactory {

    /**
     * A shell task is made while its model is parsed, so it is refused later, when it runs: the other activities of a
     * definition that was deployed long ago must go on.
     */
    @Override
    public <T> T getArtifact(Class<T> type) {
        if (type == ShellActivityBehavior.class) {
            return type.cast(new RefusedShell());
        }
        throw new ProcessEngineException("Models may not bind to the class " + type.getName());
    }

    private static final class RefusedShell extends ShellActivityBehavior {

        @Override
        public void execute(ActivityExecution execution) {
            throw new ProcessEngineException(
                    "Models may not run shell commands (" + execution.getCurrentActivityId() + ")");
        }
    }
}
