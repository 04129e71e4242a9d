package org.carewright.shared.process;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the decision tables that managers own, for people to look at. */
@Component
public class DecisionTables {

    private final RepositoryService repository;
    private final AsApplication application;

    DecisionTables(@Lazy RepositoryService repository, AsApplication application) {
        this.repository = repository;
        this.application = application;
    }

    /**
     * A table as it decides now.
     *
     * @param definitionId the engine's id of this version
     * @param inputs what is asked, in the columns' order
     * @param outputs what is answered
     * @param rules in the order in which they are tried
     */
    public record Table(
            String definitionId,
            String name,
            int version,
            List<String> inputs,
            List<String> outputs,
            List<Rule> rules) {}

    /**
     * A row.
     *
     * @param conditions one a column as written, empty for any
     * @param results one a column as written
     * @param note why, empty for none
     */
    public record Rule(List<String> conditions, List<String> results, String note) {}

    /** The newest version of a decision. @throws IllegalStateException when none is deployed */
    public Table newest(String decisionId) {
        return application.call(() -> read(decisionId));
    }

    private Table read(String decisionId) {
        var definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionId)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("No decision is deployed: " + decisionId);
        }
        var model = repository.getDmnModelInstance(definition.getId());
        Decision decision = model.getModelElementById(decisionId);
        var table = (DecisionTable) decision.getExpression();
        return new Table(
                definition.getId(),
                decision.getName(),
                definition.getVersion(),
                labels(table.getInputs()),
                labels(table.getOutputs()),
                table.getRules().stream().map(DecisionTables::rule).toList());
    }

    private static List<String> labels(Collection<? extends DmnElement> columns) {
        return columns.stream().map(DmnElement::getLabel).toList();
    }

    private static Rule rule(org.camunda.bpm.model.dmn.instance.Rule rule) {
        return new Rule(
                rule.getInputEntries().stream().map(DecisionTables::text).toList(),
                rule.getOutputEntries().stream().map(DecisionTables::text).toList(),
                rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent().strip());
    }

    private static String text(UnaryTests tests) {
        return tests.getText() == null ? "" : tests.getText().getTextContent().strip();
    }

    private static String text(LiteralExpression expression) {
        return expression.getText() == null
                ? ""
                : expression.getText().getTextContent().strip();
    }
}
