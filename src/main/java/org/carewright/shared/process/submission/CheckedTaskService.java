package org.carewright.shared.process.submission;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.tenant.ClinicScope;

/** The engine's task service with every way of completing a task led through the check of its form. */
class CheckedTaskService extends TaskServiceImpl {

    private final SubmissionCheck check;
    private final FormService forms;
    private final ClinicScope scope;

    CheckedTaskService(SubmissionCheck check, FormService forms, ClinicScope scope) {
        this.check = check;
        this.forms = forms;
        this.scope = scope;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        checked(taskId, variables).handOn(scope, values -> {
            super.complete(taskId, values);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserialize) {
        return checked(taskId, variables)
                .handOn(scope, values -> super.completeWithVariablesInReturn(taskId, values, deserialize));
    }

    /** Resolving gives a delegated task back to its owner; what is filled in is checked like at its end. */
    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        if (isEmpty(variables)) {
            super.resolveTask(taskId, variables);
        } else {
            checked(taskId, variables).handOn(scope, values -> {
                super.resolveTask(taskId, values);
                return null;
            });
        }
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        refuse(variables);
        super.handleBpmnError(taskId, code, message, variables);
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        refuse(variables);
        super.handleEscalation(taskId, code, variables);
    }

    private CheckedValues checked(String taskId, Map<String, Object> variables) {
        return check.ofTask(commandExecutor, forms, taskId, variables);
    }

    /** No form says what may come with an error or an escalation, so nothing may. */
    private static void refuse(Map<String, Object> variables) {
        if (!isEmpty(variables)) {
            throw new RefusedSubmissionException(
                    "An error or escalation of a task takes no values",
                    variables.keySet().stream()
                            .map(key -> new FieldError(key, "unknown", List.of()))
                            .toList());
        }
    }

    private static boolean isEmpty(Map<String, Object> variables) {
        return variables == null || variables.isEmpty();
    }
}
