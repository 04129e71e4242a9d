package org.carewright.shared.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Evaluates the decision tables that managers own, and tells which rows of which version decided. */
@Component
public class Decisions implements DmnDecisionTableEvaluationListener {

    private final DecisionService decisions;
    private final ThreadLocal<Map<String, EvaluatedDecision>> justEvaluated = ThreadLocal.withInitial(HashMap::new);

    Decisions(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    /** Evaluates the newest version of a decision table without any effect, e.g. to tell a fee before it is due. */
    public EvaluatedDecision evaluate(String decisionId, Map<String, Object> inputs) {
        decisions
                .evaluateDecisionTableByKey(decisionId)
                .decisionDefinitionWithoutTenantId()
                .variables(inputs)
                .evaluate();
        return justEvaluated(decisionId);
    }

    /**
     * What the business rule task before this step decided; to be asked in the same transaction, once.
     *
     * @throws IllegalStateException when the table was not evaluated on this thread
     */
    public EvaluatedDecision justEvaluated(String decisionId) {
        var evaluated = justEvaluated.get().remove(decisionId);
        if (evaluated == null) {
            throw new IllegalStateException("Decision " + decisionId + " was not evaluated in this step");
        }
        return evaluated;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        var inputs = new TreeMap<String, Object>();
        event.getInputs()
                .forEach(input -> inputs.put(
                        input.getName(),
                        input.getValue() == null ? null : input.getValue().getValue()));
        var rules = event.getMatchingRules();
        List<Map<String, Object>> outputs = rules.stream()
                .map(rule -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    rule.getOutputEntries()
                            .values()
                            .forEach(output -> row.put(
                                    output.getOutputName(), output.getValue().getValue()));
                    return row;
                })
                .toList();
        var decision = event.getDecision();
        var version = decision instanceof DecisionDefinition definition ? definition.getVersion() : 0;
        justEvaluated
                .get()
                .put(
                        decision.getKey(),
                        new EvaluatedDecision(
                                decision.getKey(),
                                version,
                                rules.stream().map(rule -> rule.getId()).toList(),
                                inputs,
                                outputs));
    }
}
