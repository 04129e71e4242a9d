package org.carewright.shared.process.check;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What runs is what is drawn. */
final class DiagramRules implements ProcessRules {

    @Override
    public void check(ProcessModel model) {
        Stream.<FlowElement>concat(model.all(FlowNode.class).stream(), model.all(SequenceFlow.class).stream())
                .filter(element -> element.getDiagramElement() == null)
                .forEach(element -> model.report(
                        element, ModelRule.DIAGRAM, "This isn't in the picture, so nobody would see that it runs."));
    }
}
