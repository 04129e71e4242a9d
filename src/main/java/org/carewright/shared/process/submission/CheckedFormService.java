package org.carewright.shared.process.submission;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.carewright.shared.forms.ShownText;
import org.carewright.shared.tenant.ClinicScope;

/**
 * The engine's form service with every submission led through the check of its form, and values that a form only shows
 * made plain.
 */
@SuppressWarnings("deprecation")
class CheckedFormService extends FormServiceImpl {

    private final SubmissionCheck check;
    private final StartPermit permit;
    private final ClinicScope scope;

    CheckedFormService(SubmissionCheck check, StartPermit permit, ClinicScope scope) {
        this.check = check;
        this.permit = permit;
        this.scope = scope;
    }

    @Override
    public ProcessInstance submitStartFormData(String definitionId, Map<String, String> properties) {
        return submitStartForm(definitionId, null, new LinkedHashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartFormData(
            String definitionId, String businessKey, Map<String, String> properties) {
        return submitStartForm(definitionId, businessKey, new LinkedHashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, Map<String, Object> properties) {
        return submitStartForm(definitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> properties) {
        return permit.call(() -> {
            var values = check.ofStart(commandExecutor, this, definitionId, properties);
            return super.submitStartForm(definitionId, businessKey, values);
        });
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, new LinkedHashMap<>(properties));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        check.ofTask(commandExecutor, this, taskId, properties).handOn(scope, values -> {
            super.submitTaskForm(taskId, values);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserialize) {
        return check.ofTask(commandExecutor, this, taskId, properties)
                .handOn(scope, values -> super.submitTaskFormWithVariablesInReturn(taskId, values, deserialize));
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return literal(taskId, super.getTaskFormVariables(taskId));
    }

    /** What Tasklist puts into a form. */
    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return literal(taskId, super.getTaskFormVariables(taskId, names, deserialize));
    }

    /** What the form's texts show of it is plain characters, whoever typed it. */
    private VariableMap literal(String taskId, VariableMap values) {
        for (var name : check.shownIn(commandExecutor, this, taskId)) {
            if (values.get(name) instanceof String text) {
                values.putValueTyped(name, Variables.stringValue(ShownText.literal(text)));
            }
        }
        return values;
    }
}
