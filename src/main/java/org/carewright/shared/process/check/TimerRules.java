package org.carewright.shared.process.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Timers are written as ISO 8601 says, or name a variable that holds such a time. */
final class TimerRules implements ProcessRules {

    private static final Pattern REPETITION = Pattern.compile("R\\d*/(.+)");

    @Override
    public void check(ProcessModel model) {
        model.all(TimerEventDefinition.class).forEach(timer -> {
            var event = ((FlowElement) timer.getParentElement()).getId();
            if (timer.getTimeDate() != null) {
                check(model, event, timer.getTimeDate(), TimerRules::isDate, "a moment, like 2027-03-01T09:00:00Z");
            } else if (timer.getTimeDuration() != null) {
                check(model, event, timer.getTimeDuration(), TimerRules::isDuration, "a duration, like PT24H or P1D");
            } else if (timer.getTimeCycle() != null) {
                check(model, event, timer.getTimeCycle(), TimerRules::isCycle, "a repetition, like R3/PT24H");
            } else {
                model.report(event, ModelRule.TIMER, "Say when this timer fires.");
            }
        });
    }

    private static void check(
            ProcessModel model, String event, ModelElementInstance time, Predicate<String> fits, String kind) {
        var text = time.getTextContent().strip();
        // What is an expression at all is judged, with its variable, by ExpressionRules.
        if (!Expression.isIn(text) && !fits.test(text)) {
            model.report(event, ModelRule.TIMER, "Give %s, or a variable like ${visitStartsAt}.".formatted(kind));
        }
    }

    static boolean isDate(String text) {
        return parses(() -> OffsetDateTime.parse(text));
    }

    static boolean isDuration(String text) {
        return parses(() -> Duration.parse(text)) || parses(() -> Period.parse(text));
    }

    static boolean isCycle(String text) {
        var match = REPETITION.matcher(text);
        return match.matches()
                && isDuration(match.group(1).substring(match.group(1).lastIndexOf('/') + 1));
    }

    private static boolean parses(Supplier<?> parse) {
        try {
            return parse.get() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
