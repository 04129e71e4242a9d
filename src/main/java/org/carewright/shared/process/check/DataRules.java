package org.carewright.shared.process.check;

import java.util.List;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.w3c.dom.Element;

/** Variables that a model sets or hands on are declared; nothing is handed on wholesale. */
final class DataRules implements ProcessRules {

    private static final List<String> NAMING_ATTRIBUTES =
            List.of("resultVariable", "elementVariable", "errorCodeVariable");

    @Override
    public void check(ProcessModel model) {
        model.eachElement(element -> {
            var nearestId = ProcessModel.nearestId(element);
            NAMING_ATTRIBUTES.forEach(attribute ->
                    declared(model, nearestId, element.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, attribute)));
            if (ProcessModel.isCamunda(element, "outputParameter")) {
                declared(model, nearestId, element.getAttribute("name"));
            } else if (ProcessModel.isCamunda(element, "in") || ProcessModel.isCamunda(element, "out")) {
                checkMapping(model, element);
            }
        });
        checkInputsOfPeople(model);
    }

    /** Service tasks declare their own inputs; anything else may only be given declared variables. */
    private static void checkInputsOfPeople(ProcessModel model) {
        model.all(FlowNode.class).stream()
                .filter(node -> !(node instanceof ServiceTask) && !(node instanceof ThrowEvent))
                .forEach(node -> ProcessModel.extensions(node, "inputParameter")
                        .forEach(input -> declared(model, node.getId(), input.getAttribute("name"))));
    }

    private static void checkMapping(ProcessModel model, Element mapping) {
        if (!mapping.getAttribute("variables").isEmpty()) {
            model.report(
                    ProcessModel.nearestId(mapping),
                    ModelRule.DATA_MAPPING,
                    "Name each variable that is handed over instead of 'all': the other process gets what it needs only.");
        }
        var nearestId = ProcessModel.nearestId(mapping);
        declared(model, nearestId, mapping.getAttribute("source"));
        if (ProcessModel.isCamunda(mapping, "out")) {
            declared(model, nearestId, mapping.getAttribute("target"));
        }
    }

    private static void declared(ProcessModel model, String elementId, String variable) {
        if (variable != null && !variable.isEmpty() && !model.declares(variable)) {
            model.report(
                    elementId,
                    ModelRule.VARIABLE,
                    "The process doesn't know a variable '%s'. Use a known one or have it added.".formatted(variable));
        }
    }
}
