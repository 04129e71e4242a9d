package org.carewright.shared.process.check;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The elements and attributes a model may consist of. What isn't listed is refused, whatever a later engine adds. */
final class AllowedContentRules implements ProcessRules {

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "process",
            "laneSet",
            "lane",
            "flowNodeRef",
            "documentation",
            "extensionElements",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "message",
            "error",
            "escalation",
            "messageEventDefinition",
            "timerEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "timeDate",
            "timeDuration",
            "timeCycle",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "categoryValueRef");

    private static final Set<String> EXTENSIONS = Set.of(
            "failedJobRetryTimeCycle",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "in",
            "out",
            "properties",
            "property");

    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "candidateGroups",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "delegateExpression",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "exclusive",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "versionTag");

    /** Attributes of the standard that would bring in another language. */
    private static final Set<String> REFUSED_ATTRIBUTES = Set.of("language", "scriptFormat");

    private static final Set<String> OTHER_NAMESPACES = Set.of(
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/XML/1998/namespace",
            "http://camunda.org/schema/modeler/1.0");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", "Scripts can't be run. Use a service task from the catalogue."),
            Map.entry("script", "Scripts can't be run. Use a service task from the catalogue."),
            Map.entry("connector", "Connectors can't be used. Use a service task from the catalogue."),
            Map.entry("sendTask", "Use a service task from the catalogue, for example 'Send e-mail'."),
            Map.entry("task", "Say what kind of task this is: a user task for people, a service task for the system."),
            Map.entry("manualTask", "Use a user task, so that someone sees it and it can be marked done."),
            Map.entry("formData", "Use a Camunda form (formRef) instead of generated fields."),
            Map.entry("executionListener", "Listeners can't be used. Draw a service task, so that readers see it."),
            Map.entry("taskListener", "Listeners can't be used. Draw a service task, so that readers see it."),
            Map.entry("signal", "Signals reach every clinic's processes. Use a message."),
            Map.entry("signalEventDefinition", "Signals reach every clinic's processes. Use a message."),
            Map.entry("class", "Choose a task of the catalogue (delegate expression) instead of a Java class."),
            Map.entry("expression", "Choose a task of the catalogue (delegate expression) instead of an expression."),
            Map.entry(
                    "type", "Choose a task of the catalogue (delegate expression); external, mail and shell are off."),
            Map.entry("formKey", "Use a Camunda form (formRef); embedded forms would run foreign code in Tasklist."),
            Map.entry("formHandlerClass", "Use a Camunda form (formRef)."),
            Map.entry("candidateUsers", "Offer the task to a group, so that work doesn't depend on one person."));

    @Override
    public void check(ProcessModel model) {
        model.eachElement(element -> {
            checkElement(model, element);
            ProcessModel.attributes(element).forEach(attribute -> checkAttribute(model, element, attribute));
        });
    }

    private static void checkElement(ProcessModel model, Element element) {
        var name = element.getLocalName();
        var namespace = element.getNamespaceURI();
        var allowed = BpmnModelConstants.BPMN20_NS.equals(namespace) && ELEMENTS.contains(name)
                || BpmnModelConstants.CAMUNDA_NS.equals(namespace) && EXTENSIONS.contains(name);
        if (!allowed) {
            model.report(
                    ProcessModel.nearestId(element),
                    ModelRule.ALLOWED_ELEMENT,
                    "'%s' can't be used here. %s"
                            .formatted(
                                    name, INSTEAD.getOrDefault(name, "Draw it with the kinds that the guide lists.")));
        }
    }

    private static void checkAttribute(ProcessModel model, Element element, Attr attribute) {
        var name = ProcessModel.nameOf(attribute);
        var namespace = attribute.getNamespaceURI();
        var isCamunda = BpmnModelConstants.CAMUNDA_NS.equals(namespace)
                || namespace == null && BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI());
        var allowed = isCamunda
                ? namespace == null || CAMUNDA_ATTRIBUTES.contains(name)
                : namespace == null ? !REFUSED_ATTRIBUTES.contains(name) : OTHER_NAMESPACES.contains(namespace);
        if (!allowed) {
            model.report(
                    ProcessModel.nearestId(element),
                    ModelRule.ALLOWED_ATTRIBUTE,
                    "The setting '%s' can't be used. %s"
                            .formatted(name, INSTEAD.getOrDefault(name, "Remove it in the properties panel.")));
        }
    }
}
