package org.carewright.shared.process.check;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** What runs is what is drawn, and nothing hides behind something else. */
final class DiagramRules implements ProcessRules {

    @Override
    public void check(ProcessModel model) {
        Stream.<FlowElement>concat(model.all(FlowNode.class).stream(), model.all(SequenceFlow.class).stream())
                .filter(element -> element.getDiagramElement() == null)
                .forEach(element -> model.report(
                        element, ModelRule.DIAGRAM, "This isn't in the picture, so nobody would see that it runs."));
        checkOverlaps(
                model,
                model.all(FlowNode.class).stream()
                        .filter(node -> !(node instanceof BoundaryEvent))
                        .filter(node -> node.getDiagramElement() != null)
                        .toList());
    }

    private static void checkOverlaps(ProcessModel model, List<FlowNode> nodes) {
        for (var i = 0; i < nodes.size(); i++) {
            for (var j = i + 1; j < nodes.size(); j++) {
                var first = nodes.get(i);
                var second = nodes.get(j);
                if (!isInside(first, second)
                        && !isInside(second, first)
                        && bounds(first).intersects(bounds(second))) {
                    model.report(
                            second,
                            ModelRule.DIAGRAM,
                            "This lies on '%s' in the picture. Move one of them.".formatted(first.getId()));
                }
            }
        }
    }

    private static boolean isInside(FlowNode inner, FlowNode outer) {
        for (var parent = inner.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static Rectangle2D bounds(FlowNode node) {
        var bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
