package org.carewright.shared.process.check;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Names for readers, ids for operators: both say what a thing is. */
final class NamingRules implements ProcessRules {

    private static final Pattern PROCESS_ID = Pattern.compile("[A-Z][A-Za-z0-9]*Process");
    private static final Pattern PERIOD = Pattern.compile("P\\d+D");
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.of(
            SubProcess.class, "SubProcess_",
            CallActivity.class, "Task_",
            Event.class, "Event_",
            Gateway.class, "Gateway_");
    private static final String TASK_PREFIX = "Task_";

    @Override
    public void check(ProcessModel model) {
        checkProcess(model);
        model.all(FlowNode.class).forEach(node -> checkNode(model, node));
        model.all(SequenceFlow.class).stream().filter(NamingRules::isChoice).forEach(flow -> checkChoice(model, flow));
    }

    private static void checkProcess(ProcessModel model) {
        var processes = model.all(Process.class);
        if (processes.size() != 1 || !model.processId().equals(model.expectedId())) {
            model.report(
                    model.processId(),
                    ModelRule.FILE_NAME,
                    "A file holds one process and is named after its id: expected '%s'.".formatted(model.expectedId()));
        }
        processes.forEach(process -> {
            if (!PROCESS_ID.matcher(process.getId()).matches()) {
                model.report(
                        process,
                        ModelRule.ELEMENT_ID,
                        "A process id reads like 'RefundProcess': words, then 'Process'.");
            }
            if (isBlank(process.getName())) {
                model.report(process, ModelRule.MODEL_NAME, "Give the process the name people know it by.");
            }
            if (!process.isExecutable()) {
                model.report(process, ModelRule.MODEL_NAME, "Tick 'Executable', or the process can't be started.");
            }
            if (ProcessModel.camunda(process, "historyTimeToLive")
                    .filter(period -> PERIOD.matcher(period).matches())
                    .isEmpty()) {
                model.report(
                        process,
                        ModelRule.TIME_TO_LIVE,
                        "Say how long its history is kept, for example P90D (90 days).");
            }
            if (isEmpty(process.getDocumentations())) {
                model.report(process, ModelRule.DOCUMENTATION, "Say in a sentence or two what this process is for.");
            }
        });
    }

    private static boolean isEmpty(Collection<org.camunda.bpm.model.bpmn.instance.Documentation> documentations) {
        return documentations.stream().allMatch(documentation -> isBlank(documentation.getTextContent()));
    }

    private static void checkNode(ProcessModel model, FlowNode node) {
        var prefix = PREFIXES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(node))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TASK_PREFIX);
        checkId(model, node.getId(), prefix);
        if (isBlank(node.getName()) && needsName(node)) {
            model.report(node, ModelRule.ELEMENT_NAME, nameHint(node));
        }
    }

    private static void checkId(ProcessModel model, String id, String prefix) {
        if (id == null || !id.matches(prefix + "[A-Z][A-Za-z0-9]*")) {
            model.report(
                    id,
                    ModelRule.ELEMENT_ID,
                    "The id '%s' must be '%s' and then the name without spaces, like '%sIssueRefund'."
                            .formatted(id, prefix, prefix));
        }
    }

    private static boolean needsName(FlowNode node) {
        return !(node instanceof Gateway)
                || !(node instanceof ParallelGateway) && !(node instanceof EventBasedGateway) && isSplit(node);
    }

    private static String nameHint(FlowNode node) {
        if (node instanceof Gateway) {
            return "Ask a question at this gateway, like 'Refund approved?'.";
        }
        return node instanceof Activity
                ? "Name what is done, like 'Issue refund'."
                : "Name what has happened, like 'Payment received'.";
    }

    private static void checkChoice(ProcessModel model, SequenceFlow flow) {
        if (!flow.getId().matches("(SequenceFlow|Flow)_[A-Z][A-Za-z0-9]*")) {
            model.report(
                    flow,
                    ModelRule.ELEMENT_ID,
                    "The id '%s' must say which answer this is, like 'SequenceFlow_RefundApprovedNo'."
                            .formatted(flow.getId()));
        }
        if (isBlank(flow.getName())) {
            model.report(flow, ModelRule.ELEMENT_NAME, "Write the answer on this arrow, like 'Yes'.");
        }
    }

    /** A flow that is taken or not: it has a condition or leaves a gateway that decides. */
    static boolean isChoice(SequenceFlow flow) {
        var source = flow.getSource();
        return flow.getConditionExpression() != null
                || (source instanceof ExclusiveGateway || source instanceof InclusiveGateway) && isSplit(source);
    }

    static boolean isSplit(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
