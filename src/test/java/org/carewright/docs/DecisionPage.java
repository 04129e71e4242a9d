package org.carewright.docs;

import static org.carewright.docs.Markdown.code;
import static org.carewright.docs.Markdown.row;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.carewright.test.ProjectModels;

/** The generated parts of a decision's page: its table, as readers of the page know tables. */
final class DecisionPage {

    private final String file;
    private final Decision decision;
    private final DecisionTable table;

    DecisionPage(String file, byte[] content) {
        this.file = file;
        this.decision = Dmn.readModelFromStream(new ByteArrayInputStream(content))
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
        this.table = (DecisionTable) decision.getExpression();
    }

    static String skeleton() {
        return MarkedText.part("overview") + "\n## What to know\n\n\n" + MarkedText.part("table")
                + "\n## How to change it\n\nSee [How a manager changes a process](../README.md).\n";
    }

    String overview() {
        return "# %s\n\n".formatted(decision.getName())
                + Markdown.table(
                        List.of("", ""),
                        List.of(
                                row("Used by", String.join(", ", usedBy())),
                                row("How rows are read", hitPolicy()),
                                row("Table", "[`%s`](../../%s)".formatted(file, file)),
                                row("History kept", String.valueOf(decision.getCamundaHistoryTimeToLiveString()))));
    }

    String table() {
        var columns = new ArrayList<String>(List.of("#"));
        table.getInputs()
                .forEach(input -> columns.add("%s<br>%s"
                        .formatted(
                                input.getLabel(),
                                code(input.getInputExpression().getText().getTextContent()))));
        table.getOutputs()
                .forEach(output -> columns.add("→ %s<br>%s"
                        .formatted(
                                output.getLabel() == null ? output.getName() : output.getLabel(),
                                code(output.getName()))));
        columns.add("Why");
        var rows = new ArrayList<String>();
        for (var rule : table.getRules()) {
            rows.add(ruleRow(rows.size() + 1, rule));
        }
        return "## The table\n\n" + Markdown.table(columns, rows);
    }

    private static String ruleRow(int number, Rule rule) {
        var cells = new ArrayList<Object>(List.of(number));
        rule.getInputEntries().forEach(entry -> cells.add(entry(entry, "any")));
        rule.getOutputEntries().forEach(entry -> cells.add(entry(entry, "–")));
        cells.add(rule.getDescription() == null ? "" : rule.getDescription().getTextContent());
        return row(cells.toArray());
    }

    private static String entry(DmnElement entry, String ifEmpty) {
        var text = entry.getTextContent().strip();
        return text.isEmpty() || text.equals("-") ? ifEmpty : code(text);
    }

    private List<String> usedBy() {
        return ProcessFacts.all().stream()
                .filter(process -> process.all(BusinessRuleTask.class).stream()
                        .anyMatch(task -> ProcessFacts.camunda(task, "decisionRef")
                                .filter(ProjectModels.idOf(file)::equals)
                                .isPresent()))
                .map(process ->
                        "[%s](../%s/%s.md)".formatted(process.process().getName(), process.module(), process.id()))
                .toList();
    }

    private String hitPolicy() {
        var policy = table.getHitPolicy() == null ? HitPolicy.UNIQUE : table.getHitPolicy();
        return switch (policy) {
            case UNIQUE -> "exactly one row fits";
            case FIRST -> "from top to bottom, the first that fits counts";
            case COLLECT -> "every row that fits counts";
            case ANY -> "rows that fit at once say the same";
            case RULE_ORDER -> "every row that fits counts, from top to bottom";
            default -> policy.name();
        };
    }
}
