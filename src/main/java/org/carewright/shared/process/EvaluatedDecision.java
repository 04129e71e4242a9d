package org.carewright.shared.process;

import java.util.List;
import java.util.Map;

/**
 * How a decision table decided once; kept with what it decided about.
 *
 * @param version of the decision definition
 * @param rules ids of the rows that matched
 * @param inputs by the inputs' labels
 * @param outputs one map per matching row
 */
public record EvaluatedDecision(
        String decisionId,
        int version,
        List<String> rules,
        Map<String, Object> inputs,
        List<Map<String, Object>> outputs) {

    /** The one value of a table with one output of which one row matched. @throws IllegalStateException otherwise */
    public Object single() {
        if (outputs.size() != 1 || outputs.get(0).size() != 1) {
            throw new IllegalStateException("Decision " + decisionId + " did not give exactly one value");
        }
        return outputs.get(0).values().iterator().next();
    }
}
