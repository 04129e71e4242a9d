package org.carewright.shared.process.guard;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * What no deployment may hold, whoever brings it: code in any form. The model check says much more about what a good
 * model is; this gate is small enough to be read in one go.
 */
@Component
class ForbiddenContents implements DeploymentGate {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern FILE = Pattern.compile(".+\\.(bpmn|bpmn20\\.xml|dmn|dmn11\\.xml|form)");
    private static final Set<String> ELEMENTS = Set.of("scriptTask", "script", "connector", "field", "formData");
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "class", "expression", "type", "resource", "formKey", "formHandlerClass", "variableMappingClass", "topic");
    private static final Pattern EXPRESSION_START = Pattern.compile("[$#]\\{");
    private static final Pattern CALL = Pattern.compile("\\w\\s*\\(");
    private static final Pattern HARMLESS_CALL = Pattern.compile("\\bnow\\(\\)|\\b(not|empty|and|or)\\s*\\(");
    private static final Pattern REFLECTION =
            Pattern.compile("(\\.\\s*|\\[\\s*['\"])(class|getClass|processEngine\\w*)\\b");
    private static final Set<String> DMN_LANGUAGES = Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    @Override
    public List<String> problems(Map<String, byte[]> resources) {
        var problems = new ArrayList<String>();
        resources.forEach((name, bytes) -> {
            if (!FILE.matcher(name).matches()) {
                problems.add(name + ": only .bpmn, .dmn and .form files can be deployed");
            } else if (!name.endsWith(".form")) {
                inspect(name, bytes, problems);
            }
        });
        return problems;
    }

    private static void inspect(String name, byte[] xml, List<String> problems) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> inspectElement(name, reader, problems);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        inspectText(name, reader.getText(), problems);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        problems.add(name + ": a document type is not allowed");
                    default -> {
                        // Comments and the like do nothing in the engine.
                    }
                }
            }
        } catch (XMLStreamException e) {
            problems.add(name + ": is no well-formed XML");
        }
    }

    private static void inspectElement(String name, XMLStreamReader element, List<String> problems) {
        var local = element.getLocalName();
        if (ELEMENTS.contains(local)) {
            problems.add(name + ": <" + local + "> is not allowed");
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            var attribute = element.getAttributeLocalName(i);
            if (isOfCamunda(element, i) && CAMUNDA_ATTRIBUTES.contains(attribute)) {
                problems.add(name + ": attribute " + attribute + " of <" + local + "> is not allowed");
            }
            if (attribute.equals("expressionLanguage") && !DMN_LANGUAGES.contains(element.getAttributeValue(i))) {
                problems.add(name + ": the expression language " + element.getAttributeValue(i) + " is not allowed");
            }
            if (attribute.equals("name")
                    && EXPRESSION_START.matcher(element.getAttributeValue(i)).find()) {
                problems.add(name + ": names are shown and stored in clear, so they can't hold expressions");
            }
            inspectText(name, element.getAttributeValue(i), problems);
        }
    }

    /** Attributes of {@code camunda:} elements, such as a listener's class, have no prefix of their own. */
    private static boolean isOfCamunda(XMLStreamReader element, int attribute) {
        var namespace = element.getAttributeNamespace(attribute);
        return namespace == null || namespace.isEmpty()
                ? CAMUNDA.equals(element.getNamespaceURI())
                        && element.getLocalName().endsWith("Listener")
                : CAMUNDA.equals(namespace);
    }

    /** Looks at everything after the first expression's start: where one ends depends on quotes, and attackers quote. */
    private static void inspectText(String name, String text, List<String> problems) {
        var start = EXPRESSION_START.matcher(text);
        if (!start.find()) {
            return;
        }
        var rest = HARMLESS_CALL.matcher(text.substring(start.end())).replaceAll("");
        if (CALL.matcher(rest).find() || REFLECTION.matcher(rest).find()) {
            problems.add(name + ": an expression calls a method or reads what models may not read");
        }
    }
}
