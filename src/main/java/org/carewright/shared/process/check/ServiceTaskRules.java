package org.carewright.shared.process.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.carewright.shared.process.DelegateCatalogue.Entry;
import org.carewright.shared.process.DelegateCatalogue.Input;
import org.carewright.shared.process.ModelInput;

/** What the system does is one of the catalogue's tasks, with its inputs, and tries again where it leaves the machine. */
final class ServiceTaskRules implements ProcessRules {

    private static final String DURATION = "P(?=[\\dT])(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?";
    private static final Pattern RETRIES =
            Pattern.compile("R\\d+/" + DURATION + "|" + DURATION + "(," + DURATION + ")*");

    @Override
    public void check(ProcessModel model) {
        model.all(ServiceTask.class).forEach(task -> checkBinding(model, task, task));
        model.all(MessageEventDefinition.class).stream()
                .filter(definition -> definition.getParentElement() instanceof ThrowEvent)
                .forEach(definition -> checkBinding(model, (FlowNode) definition.getParentElement(), definition));
    }

    /** @param carrier the element with the delegate expression: the task itself, or the message of an event */
    private static void checkBinding(ProcessModel model, FlowNode node, BaseElement carrier) {
        var expression = ProcessModel.camunda(carrier, "delegateExpression");
        if (expression.isEmpty()) {
            model.report(node, ModelRule.TASK_BINDING, "Choose which task of the catalogue this is (template).");
            return;
        }
        var task = Expression.nameIn(expression.get())
                .flatMap(bean -> model.surroundings().delegates().find(bean));
        if (task.isEmpty()) {
            model.report(
                    node,
                    ModelRule.TASK_BINDING,
                    "There is no task '%s' in the catalogue. Choose one by its template.".formatted(expression.get()));
            return;
        }
        checkInputs(model, node, task.get());
        if (task.get().remote()) {
            checkRemote(model, node, task.get());
        }
    }

    private static void checkInputs(ProcessModel model, FlowNode node, Entry task) {
        var given = new TreeMap<String, String>();
        ProcessModel.extensions(node, "inputParameter")
                .forEach(input -> given.put(
                        input.getAttribute("name"), input.getTextContent().strip()));
        var known = task.inputs().stream().map(Input::name).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name) && !model.declares(name))
                .forEach(name -> model.report(
                        node,
                        ModelRule.TASK_INPUT,
                        "The task '%s' has no input '%s'; it knows %s.".formatted(task.name(), name, known)));
        task.inputs().forEach(input -> checkInput(model, node, input, given));
    }

    private static void checkInput(ProcessModel model, FlowNode node, Input input, Map<String, String> given) {
        var value = given.getOrDefault(input.name(), "");
        if (input.required() && value.isBlank()) {
            model.report(node, ModelRule.TASK_INPUT, "Fill in '%s'.".formatted(input.label()));
        }
        var mayBe = input.type() == ModelInput.Type.BOOLEAN ? List.of("true", "false") : input.options();
        if (!value.isBlank() && !mayBe.isEmpty() && !mayBe.contains(value) && !Expression.isIn(value)) {
            model.report(node, ModelRule.TASK_INPUT, "'%s' must be one of %s.".formatted(input.label(), mayBe));
        }
    }

    private static void checkRemote(ProcessModel model, FlowNode node, Entry task) {
        if (!ProcessModel.camunda(node, "asyncBefore").map("true"::equals).orElse(false)) {
            model.report(
                    node,
                    ModelRule.REMOTE_TASK,
                    "'%s' calls another system: tick 'Asynchronous before', so that it can be tried again."
                            .formatted(task.name()));
        }
        var cycles = ProcessModel.extensions(node, "failedJobRetryTimeCycle");
        if (cycles.size() != 1
                || !RETRIES.matcher(cycles.get(0).getTextContent().strip()).matches()) {
            model.report(
                    node,
                    ModelRule.REMOTE_TASK,
                    "'%s' calls another system: give a retry time cycle with growing pauses, like PT1M,PT5M,PT15M,PT1H."
                            .formatted(task.name()));
        }
    }
}
