package org.carewright.shared.process.check;

import java.util.Arrays;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What people do: a form that exists, offered to people who exist. */
final class UserTaskRules implements ProcessRules {

    private static final String DEPLOYMENT = "deployment";

    @Override
    public void check(ProcessModel model) {
        model.all(UserTask.class).forEach(task -> {
            checkForm(model, task, true);
            checkCandidates(model, task);
        });
        var startable = model.all(Process.class).stream()
                .anyMatch(process -> !ProcessModel.camunda(process, "isStartableInTasklist")
                        .map("false"::equals)
                        .orElse(false));
        model.all(StartEvent.class).stream()
                .filter(event -> ProcessModel.camunda(event, "formRef").isPresent())
                .forEach(event -> checkForm(model, event, startable));
    }

    /** @param keysAreVariables whether the engine stores what is entered, or our own pages check and keep it */
    private static void checkForm(ProcessModel model, FlowNode node, boolean keysAreVariables) {
        var form = ProcessModel.camunda(node, "formRef").orElse("");
        var keys = model.surroundings().forms().get(form);
        if (keys == null) {
            model.report(
                    node,
                    ModelRule.FORM,
                    form.isEmpty() ? "Choose the form that is shown." : "There is no form '%s'.".formatted(form));
            return;
        }
        if (!ProcessModel.camunda(node, "formRefBinding")
                .map(DEPLOYMENT::equals)
                .orElse(false)) {
            model.report(
                    node, ModelRule.FORM, "Set the form's binding to 'deployment': form and process change together.");
        }
        if (keysAreVariables) {
            keys.stream()
                    .filter(key -> !model.declares(key))
                    .forEach(key -> model.report(
                            node,
                            ModelRule.VARIABLE,
                            "The form '%s' has a field '%s' that the process doesn't know.".formatted(form, key)));
        }
    }

    private static void checkCandidates(ProcessModel model, UserTask task) {
        var groups = ProcessModel.camunda(task, "candidateGroups").orElse("");
        if (groups.isEmpty()) {
            model.report(task, ModelRule.CANDIDATES, "Say who may do this task (candidate groups).");
            return;
        }
        Arrays.stream(groups.split(","))
                .map(String::strip)
                .filter(group -> !Expression.isIn(group))
                .filter(group -> !model.surroundings().groups().contains(group))
                .forEach(group -> model.report(
                        task,
                        ModelRule.CANDIDATES,
                        "There is no group '%s'; there are %s."
                                .formatted(
                                        group,
                                        model.surroundings().groups().stream()
                                                .sorted()
                                                .toList())));
    }
}
