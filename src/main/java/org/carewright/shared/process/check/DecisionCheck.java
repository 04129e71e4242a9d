package org.carewright.shared.process.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks a decision: one table, in FEEL, that says what its columns are. */
final class DecisionCheck {

    private static final Pattern DECISION_ID = Pattern.compile("[A-Z][A-Za-z0-9]*Decision");
    private static final Pattern PERIOD = Pattern.compile("P\\d+D");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "description",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "inputEntry",
            "outputEntry",
            "text",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "Bounds");
    private static final Set<String> LANGUAGES = Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private final ModelSurroundings surroundings;
    private final List<Finding> findings = new ArrayList<>();

    DecisionCheck(ModelSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Finding> check(String file, byte[] content) {
        DmnModelInstance dmn;
        try {
            dmn = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (ModelException e) {
            return List.of(ModelCheck.unreadable(file));
        }
        var decisions = List.copyOf(dmn.getModelElementsByType(Decision.class));
        var expected = ModelSurroundings.bareName(file);
        if (decisions.size() != 1 || !decisions.get(0).getId().equals(expected)) {
            report(
                    file,
                    "",
                    ModelRule.FILE_NAME,
                    "A file holds one decision and is named after its id: expected '%s'.".formatted(expected));
        }
        decisions.forEach(decision -> checkDecision(file, decision));
        var root = ((Document) dmn.getDocument().getDomSource().getNode()).getDocumentElement();
        checkContent(file, root);
        return findings;
    }

    private void checkDecision(String file, Decision decision) {
        var id = decision.getId();
        if (!DECISION_ID.matcher(id).matches()) {
            report(file, id, ModelRule.ELEMENT_ID, "A decision id reads like 'RefundLimitDecision'.");
        }
        if (decision.getName() == null
                || decision.getName().isBlank()
                || decision.getName().contains("${")) {
            report(file, id, ModelRule.MODEL_NAME, "Give the decision the name people know it by.");
        }
        var timeToLive = decision.getCamundaHistoryTimeToLiveString();
        if (timeToLive == null || !PERIOD.matcher(timeToLive).matches()) {
            report(file, id, ModelRule.TIME_TO_LIVE, "Say how long its history is kept, for example P90D (90 days).");
        }
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            report(file, id, ModelRule.ALLOWED_ELEMENT, "A decision is a table, so that everyone can read it.");
            return;
        }
        table.getInputs().forEach(input -> checkInput(file, input));
        table.getOutputs().forEach(output -> checkOutput(file, output));
    }

    private void checkInput(String file, Input input) {
        if (input.getLabel() == null || input.getLabel().isBlank()) {
            report(file, input.getId(), ModelRule.ELEMENT_NAME, "Name this column, like 'Minutes before the visit'.");
        }
        var text =
                input.getInputExpression() == null || input.getInputExpression().getText() == null
                        ? ""
                        : input.getInputExpression().getText().getTextContent().strip();
        if (!NAME.matcher(text).matches() || !surroundings.allVariables().contains(text)) {
            report(
                    file,
                    input.getId(),
                    ModelRule.VARIABLE,
                    "No process knows a variable '%s' that this column could compare.".formatted(text));
        }
    }

    private void checkOutput(String file, Output output) {
        if (output.getName() == null || !NAME.matcher(output.getName()).matches()) {
            report(file, output.getId(), ModelRule.ELEMENT_NAME, "Name this result, like 'feePercent'.");
        }
    }

    private void checkContent(String file, Element element) {
        if (!ELEMENTS.contains(element.getLocalName())) {
            report(
                    file,
                    ProcessModel.nearestId(element),
                    ModelRule.ALLOWED_ELEMENT,
                    "'%s' can't be used in a decision; a decision is one table.".formatted(element.getLocalName()));
        }
        if (!LANGUAGES.contains(element.getAttribute("expressionLanguage"))) {
            report(
                    file,
                    ProcessModel.nearestId(element),
                    ModelRule.ALLOWED_ATTRIBUTE,
                    "Cells are written in FEEL only.");
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element childElement) {
                checkContent(file, childElement);
            }
        }
    }

    private void report(String file, String elementId, ModelRule rule, String message) {
        findings.add(new Finding(file, elementId == null ? "" : elementId, rule, message));
    }
}
