package org.carewright.docs;

import static org.carewright.docs.Markdown.code;
import static org.carewright.docs.Markdown.row;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** The tables in README.md: every process, every timer. */
final class ReadmeTables {

    private ReadmeTables() {}

    static String processes(List<ProcessFacts> processes) {
        return Markdown.table(
                List.of("Process", "Starts when", "Worked on by", "Forms", "Module"),
                processes.stream()
                        .map(facts -> row(
                                "[%s](bpmn-docs/%s/%s.md)"
                                        .formatted(facts.process().getName(), facts.module(), facts.id()),
                                facts.trigger(),
                                facts.roles().isEmpty() ? "the system" : String.join(", ", facts.roles()),
                                String.join(
                                        ", ",
                                        facts.forms().stream()
                                                .map(Markdown::code)
                                                .toList()),
                                code(facts.module())))
                        .toList());
    }

    static String timers(List<ProcessFacts> processes) {
        return Markdown.table(
                List.of("Process", "Timer", "When", "What it does"),
                processes.stream()
                        .flatMap(facts -> facts.all(TimerEventDefinition.class).stream()
                                .map(timer -> row(
                                        facts.process().getName(),
                                        ProcessFacts.owner(timer).getName(),
                                        code(ProcessFacts.when(timer)),
                                        ProcessFacts.effect(ProcessFacts.owner(timer)))))
                        .toList());
    }
}
