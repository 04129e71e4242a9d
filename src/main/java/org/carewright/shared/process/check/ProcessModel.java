package org.carewright.shared.process.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One BPMN file under check, with where findings about it go. */
final class ProcessModel {

    private static final Set<String> WITHOUT_CONTENT =
            Set.of(BpmnModelConstants.BPMNDI_NS, BpmnModelConstants.DC_NS, BpmnModelConstants.DI_NS);

    private final String file;
    private final BpmnModelInstance bpmn;
    private final String processId;
    private final ModelSurroundings surroundings;
    private final Set<String> variables;
    private final List<Finding> findings = new ArrayList<>();

    ProcessModel(String file, BpmnModelInstance bpmn, String processId, ModelSurroundings surroundings) {
        this.file = file;
        this.bpmn = bpmn;
        this.processId = processId;
        this.surroundings = surroundings;
        this.variables = surroundings.variablesOf(processId);
    }

    String processId() {
        return processId;
    }

    String expectedId() {
        return ModelSurroundings.bareName(file);
    }

    ModelSurroundings surroundings() {
        return surroundings;
    }

    boolean declares(String variable) {
        return variables.contains(variable);
    }

    <T extends BaseElement> List<T> all(Class<T> type) {
        return List.copyOf(bpmn.getModelElementsByType(type));
    }

    void report(BaseElement element, ModelRule rule, String message) {
        report(element.getId(), rule, message);
    }

    void report(String elementId, ModelRule rule, String message) {
        findings.add(new Finding(file, elementId == null ? processId : elementId, rule, message));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** An attribute in Camunda's namespace, empty when it is absent or blank. */
    static Optional<String> camunda(BaseElement element, String attribute) {
        return Optional.ofNullable(element.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute))
                .filter(value -> !value.isBlank());
    }

    /** The extension elements of that name in Camunda's namespace, at any depth. */
    static List<DomElement> extensions(BaseElement element, String name) {
        var found = new ArrayList<DomElement>();
        if (element.getExtensionElements() != null) {
            collect(element.getExtensionElements().getDomElement(), name, found);
        }
        return found;
    }

    private static void collect(DomElement element, String name, List<DomElement> found) {
        for (var child : element.getChildElements()) {
            if (BpmnModelConstants.CAMUNDA_NS.equals(child.getNamespaceURI()) && name.equals(child.getLocalName())) {
                found.add(child);
            }
            collect(child, name, found);
        }
    }

    static boolean isCamunda(Element element, String name) {
        return BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Every element of the file but the diagram's. */
    void eachElement(Consumer<Element> visitor) {
        walk(((Document) bpmn.getDocument().getDomSource().getNode()).getDocumentElement(), visitor);
    }

    /** The attributes of an element without namespace declarations. */
    static List<Attr> attributes(Element element) {
        var attributes = new ArrayList<Attr>();
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    /** The attribute's name without prefix; attributes that the parser itself has added have no local name. */
    static String nameOf(Attr attribute) {
        return attribute.getLocalName() != null ? attribute.getLocalName() : attribute.getName();
    }

    /** The id of the element or of the nearest one around it that has one. */
    static String nearestId(Element element) {
        for (Node node = element; node instanceof Element current; node = node.getParentNode()) {
            if (!current.getAttribute("id").isEmpty()) {
                return current.getAttribute("id");
            }
        }
        return null;
    }

    /** The text right inside the element, without that of its children. */
    static String ownText(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    private static void walk(Element element, Consumer<Element> visitor) {
        if (WITHOUT_CONTENT.contains(element.getNamespaceURI())) {
            return;
        }
        visitor.accept(element);
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element childElement) {
                walk(childElement, visitor);
            }
        }
    }
}
