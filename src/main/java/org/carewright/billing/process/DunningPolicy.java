package org.carewright.billing.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carewright.shared.process.DecisionTables;
import org.carewright.shared.process.DecisionTables.Table;
import org.carewright.shared.process.Decisions;
import org.springframework.stereotype.Service;

/** What is done about an invoice that nobody pays, for people to look at (BIL-6); nothing is done by looking. */
@Service
public class DunningPolicy {

    private static final String DECISION = "DunningPolicyDecision";
    private static final int MOST_STEPS = 8;
    private static final int WITHOUT_A_ROW = 30;

    private final DecisionTables tables;
    private final Decisions decisions;

    DunningPolicy(DecisionTables tables, Decisions decisions) {
        this.tables = tables;
        this.decisions = decisions;
    }

    /** One step. @param day after the due day, from 1 @param action as in {@link DunningStep} */
    public record Step(int day, String action) {}

    /** The rules as they decide now. */
    public Table table() {
        return tables.newest(DECISION);
    }

    /**
     * The first steps for an invoice that stays unpaid, as the rules are now.
     *
     * @param wholeUnits left to pay, in whole units of the currency
     */
    public List<Step> example(long wholeUnits, boolean hasCard) {
        var steps = new ArrayList<Step>();
        var day = 1;
        for (var taken = 0; taken < MOST_STEPS; taken++) {
            Map<String, Object> facts = Map.of(
                    "stepsTaken", taken, "daysOverdue", day, "invoiceAmount", wholeUnits, "hasStoredCard", hasCard);
            var outputs = decisions.evaluate(DECISION, facts).outputs();
            Map<String, Object> output = outputs.isEmpty() ? Map.of() : outputs.get(0);
            var action = output.get("dunningAction") instanceof String text ? text : "wait";
            steps.add(new Step(day, action));
            day += output.get("daysToNext") instanceof Number next ? Math.max(1, next.intValue()) : WITHOUT_A_ROW;
        }
        return steps;
    }
}
