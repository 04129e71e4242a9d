package org.carewright.shared.process.check;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

/** Decisions, messages, errors and processes that a model refers to exist and carry proper names. */
final class ReferenceRules implements ProcessRules {

    private static final String NAME = "[A-Z][A-Za-z0-9]*";

    @Override
    public void check(ProcessModel model) {
        model.all(BusinessRuleTask.class).forEach(task -> checkDecision(model, task));
        model.all(CallActivity.class).forEach(call -> checkCall(model, call));
        checkMessages(model);
        checkErrors(model);
    }

    private static void checkDecision(ProcessModel model, BusinessRuleTask task) {
        var decision = ProcessModel.camunda(task, "decisionRef").orElse("");
        if (!model.surroundings().decisions().contains(decision)) {
            model.report(task, ModelRule.DECISION, "There is no decision '%s'.".formatted(decision));
        }
        if (!ProcessModel.camunda(task, "decisionRefBinding")
                .map("deployment"::equals)
                .orElse(false)) {
            model.report(task, ModelRule.DECISION, "Set the decision's binding to 'deployment'.");
        }
        if (ProcessModel.camunda(task, "resultVariable").isEmpty()) {
            model.report(task, ModelRule.DECISION, "Say which variable gets the decision's result.");
        }
    }

    private static void checkCall(ProcessModel model, CallActivity call) {
        if (call.getCalledElement() == null || call.getCalledElement().isBlank()) {
            model.report(call, ModelRule.DATA_MAPPING, "Say which process is called.");
        }
    }

    private static void checkMessages(ProcessModel model) {
        var definitions = model.all(MessageEventDefinition.class);
        var used = Stream.concat(
                        definitions.stream().map(MessageEventDefinition::getMessage),
                        model.all(ReceiveTask.class).stream().map(ReceiveTask::getMessage))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        model.all(Message.class).forEach(message -> {
            if (!message.getId().matches("Msg_" + NAME) || !message.getId().equals(message.getName())) {
                model.report(
                        message,
                        ModelRule.MESSAGE,
                        "A message's id and name are the same, like 'Msg_PaymentReceived'.");
            }
            if (!used.contains(message)) {
                model.report(message, ModelRule.MESSAGE, "Nothing waits for this message. Use or remove it.");
            }
        });
        definitions.stream()
                .filter(definition -> definition.getMessage() == null)
                .filter(definition -> definition.getParentElement() instanceof CatchEvent)
                .forEach(definition -> model.report(
                        ((FlowElement) definition.getParentElement()).getId(),
                        ModelRule.MESSAGE,
                        "Say which message this event waits for."));
        model.all(ReceiveTask.class).stream()
                .filter(task -> task.getMessage() == null)
                .forEach(task -> model.report(task, ModelRule.MESSAGE, "Say which message this task waits for."));
    }

    private static void checkErrors(ProcessModel model) {
        model.all(Error.class).forEach(error -> {
            if (!error.getId().matches("Err_" + NAME) || !error.getId().equals(error.getErrorCode())) {
                model.report(error, ModelRule.MESSAGE, "An error's id and code are the same, like 'Err_CardDeclined'.");
            }
        });
        model.all(ErrorEventDefinition.class).stream()
                .filter(definition -> definition.getError() == null)
                .forEach(definition -> model.report(
                        ((FlowElement) definition.getParentElement()).getId(),
                        ModelRule.MESSAGE,
                        "Say which error this is; catching every error hides mistakes."));
    }
}
