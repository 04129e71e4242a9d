package org.carewright.docs;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.carewright.test.ProjectModels;

/** What a process model says of itself. */
final class ProcessFacts {

    private final String file;
    private final BpmnModelInstance bpmn;

    ProcessFacts(String file, byte[] content) {
        this.file = file;
        this.bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    }

    /** All processes of the product, by file. */
    static List<ProcessFacts> all() {
        return ProjectModels.models(".bpmn").entrySet().stream()
                .map(entry -> new ProcessFacts(entry.getKey(), entry.getValue()))
                .toList();
    }

    String id() {
        return ProjectModels.idOf(file);
    }

    String module() {
        return ProjectModels.moduleOf(file);
    }

    String file() {
        return file;
    }

    Process process() {
        return all(Process.class).get(0);
    }

    String documentation() {
        return process().getDocumentations().stream()
                .map(BpmnModelElementInstance::getTextContent)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** All elements of that type, in the order of the file. */
    <T extends BpmnModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(bpmn.getModelElementsByType(type));
    }

    /** What starts the process: its own start events, not those of subprocesses. */
    String trigger() {
        return all(StartEvent.class).stream()
                .filter(event -> event.getParentElement() instanceof Process)
                .map(FlowElement::getName)
                .collect(Collectors.joining(", "));
    }

    List<String> roles() {
        return all(UserTask.class).stream()
                .flatMap(task -> Arrays.stream(groupsOf(task).split(",")))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    List<String> forms() {
        return all(FlowElement.class).stream()
                .flatMap(element -> camunda(element, "formRef").stream())
                .distinct()
                .toList();
    }

    static String groupsOf(UserTask task) {
        return camunda(task, "candidateGroups").orElse("");
    }

    static Optional<String> camunda(BaseElement element, String attribute) {
        return Optional.ofNullable(element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute));
    }

    /** The event or task around an event definition. */
    static FlowElement owner(BpmnModelElementInstance definition) {
        return (FlowElement) definition.getParentElement();
    }

    static String when(TimerEventDefinition timer) {
        if (timer.getTimeDate() != null) {
            return timer.getTimeDate().getTextContent().strip();
        }
        return timer.getTimeDuration() != null
                ? "after " + timer.getTimeDuration().getTextContent().strip()
                : "every " + timer.getTimeCycle().getTextContent().strip();
    }

    /** What an event does to the work it is attached to. */
    static String effect(FlowElement event) {
        if (event instanceof BoundaryEvent boundary) {
            var name = boundary.getAttachedTo().getName();
            return boundary.cancelActivity()
                    ? "ends '%s'".formatted(name)
                    : "beside '%s', which goes on".formatted(name);
        }
        if (event instanceof StartEvent start && start.getParentElement() instanceof SubProcess) {
            return start.isInterrupting() ? "ends everything else" : "beside everything else";
        }
        return "the process waits for it";
    }
}
