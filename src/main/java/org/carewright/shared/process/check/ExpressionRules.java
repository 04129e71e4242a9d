package org.carewright.shared.process.check;

import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Element;

/** Wherever the engine would evaluate something, it finds one known variable or a comparison. */
final class ExpressionRules implements ProcessRules {

    private static final Set<String> CONDITIONS = Set.of("conditionExpression", "completionCondition");
    private static final Set<String> WORDS = Set.of("name", "documentation", "text");
    /** Checked against the catalogue by {@link ServiceTaskRules}. */
    private static final String BINDING = "delegateExpression";
    /** Set by the engine while it runs a task several times. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    @Override
    public void check(ProcessModel model) {
        model.eachElement(element -> {
            var text = ProcessModel.ownText(element);
            if (BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI())
                    && CONDITIONS.contains(element.getLocalName())) {
                checkCondition(model, element, text);
            } else {
                checkValue(model, element, element.getLocalName(), text);
            }
            ProcessModel.attributes(element).stream()
                    .filter(attribute -> !BINDING.equals(ProcessModel.nameOf(attribute)))
                    .forEach(attribute -> checkAttribute(model, element, attribute));
        });
    }

    private static void checkAttribute(ProcessModel model, Element element, org.w3c.dom.Attr attribute) {
        if ("candidateGroups".equals(ProcessModel.nameOf(attribute))) {
            for (var group : attribute.getValue().split(",")) {
                checkValue(model, element, ProcessModel.nameOf(attribute), group);
            }
        } else {
            checkValue(model, element, ProcessModel.nameOf(attribute), attribute.getValue());
        }
    }

    private static void checkCondition(ProcessModel model, Element element, String text) {
        var names = Expression.namesInCondition(text);
        if (names.isEmpty()) {
            model.report(
                    ProcessModel.nearestId(element),
                    ModelRule.EXPRESSION,
                    "A condition compares variables with values, like ${approval == 'approved'}; 'and', 'or', 'not' and"
                            + " brackets join comparisons.");
            return;
        }
        names.get().forEach(name -> checkKnown(model, element, name));
    }

    private static void checkValue(ProcessModel model, Element element, String where, String text) {
        if (!Expression.isIn(text)) {
            return;
        }
        var name = Expression.nameIn(text);
        if (name.isEmpty() || WORDS.contains(where)) {
            model.report(
                    ProcessModel.nearestId(element),
                    ModelRule.EXPRESSION,
                    WORDS.contains(where)
                            ? "Names and texts are plain words: they are shown to everyone and can't hold variables."
                            : "Here may stand plain text or one variable, like ${reminderDueAt}.");
            return;
        }
        checkKnown(model, element, name.get());
    }

    private static void checkKnown(ProcessModel model, Element element, String name) {
        if (!model.declares(name) && !OF_THE_ENGINE.contains(name)) {
            model.report(
                    ProcessModel.nearestId(element),
                    ModelRule.VARIABLE,
                    "The process doesn't know a variable '%s'. Use a known one or have it added.".formatted(name));
        }
    }
}
