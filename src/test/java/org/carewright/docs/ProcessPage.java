package org.carewright.docs;

import static org.carewright.docs.Markdown.code;
import static org.carewright.docs.Markdown.row;
import static org.carewright.docs.Markdown.section;
import static org.carewright.docs.ProcessFacts.camunda;
import static org.carewright.docs.ProcessFacts.effect;
import static org.carewright.docs.ProcessFacts.owner;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.carewright.shared.process.DelegateCatalogue;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;

/** The generated parts of a process's page. */
final class ProcessPage {

    private final ProcessFacts facts;
    private final DelegateCatalogue delegates;
    private final List<ProcessVariables> variables;

    ProcessPage(ProcessFacts facts, DelegateCatalogue delegates, List<ProcessVariables> variables) {
        this.facts = facts;
        this.delegates = delegates;
        this.variables = variables;
    }

    /** A new page: generated parts, empty yet, around the parts that people write. */
    static String skeleton() {
        return MarkedText.part("overview") + "\n## What to know\n\n\n### What people notice of a change\n\n\n"
                + "### When something goes wrong\n\n\n" + MarkedText.part("details")
                + "\n## How to change it\n\nSee [How a manager changes a process](../README.md).\n";
    }

    String overview() {
        var process = facts.process();
        return "# %s\n\n%s\n\n![%s](%s.svg)\n\n"
                        .formatted(process.getName(), facts.documentation(), process.getName(), facts.id())
                + Markdown.table(
                        List.of("", ""),
                        List.of(
                                row("Starts when", facts.trigger()),
                                row("Worked on by", String.join(", ", facts.roles())),
                                row("Model", "[`%s`](../../%s)".formatted(facts.file(), facts.file())),
                                row(
                                        "History kept",
                                        camunda(process, "historyTimeToLive").orElse(""))));
    }

    String details() {
        return Stream.of(
                        tasksOfPeople(),
                        tasksOfTheSystem(),
                        decisions(),
                        timers(),
                        messages(),
                        errors(),
                        ends(),
                        variables())
                .reduce("", String::concat);
    }

    private String tasksOfPeople() {
        return section(
                "Tasks of people",
                List.of("Task", "Form", "Offered to", "Id"),
                facts.all(UserTask.class).stream()
                        .map(task -> row(
                                task.getName(),
                                form(task),
                                ProcessFacts.groupsOf(task).replaceAll("\\s*,\\s*", ", ")
                                        + camunda(task, "assignee")
                                                .map(who -> "; given to " + code(who))
                                                .orElse(""),
                                code(task.getId())))
                        .toList());
    }

    private String form(FlowElement element) {
        return camunda(element, "formRef")
                .map(form -> "[`%s`](../../forms/%s/%s.form)".formatted(form, facts.module(), form))
                .orElse("");
    }

    private String tasksOfTheSystem() {
        return section(
                "Tasks of the system",
                List.of("Task", "What it does", "Leaves the machine", "Id"),
                Stream.concat(
                                facts.all(ServiceTask.class).stream()
                                        .map(task -> systemRow(
                                                task,
                                                camunda(task, "delegateExpression")
                                                        .orElse(""))),
                                facts.all(MessageEventDefinition.class).stream()
                                        .filter(message -> camunda(message, "delegateExpression")
                                                .isPresent())
                                        .map(message -> systemRow(
                                                owner(message),
                                                camunda(message, "delegateExpression")
                                                        .orElse(""))))
                        .toList());
    }

    private String systemRow(FlowElement element, String expression) {
        var bean = expression.replaceAll("[${}]", "");
        var task = delegates.find(bean);
        return row(
                element.getName(),
                task.map(DelegateCatalogue.Entry::description).orElse(code(bean)),
                task.map(entry -> entry.remote() ? "yes, tried again" : "no").orElse(""),
                code(element.getId()));
    }

    private String decisions() {
        return section(
                "Decisions",
                List.of("Task", "Table", "Result"),
                facts.all(BusinessRuleTask.class).stream()
                        .map(task -> row(
                                task.getName(),
                                camunda(task, "decisionRef")
                                        .map(id -> "[`%s`](%s.md)".formatted(id, id))
                                        .orElse(""),
                                code(camunda(task, "resultVariable").orElse(""))))
                        .toList());
    }

    private String timers() {
        return section(
                "Timers",
                List.of("Event", "When", "What it does", "Id"),
                facts.all(TimerEventDefinition.class).stream()
                        .map(timer -> row(
                                owner(timer).getName(),
                                code(ProcessFacts.when(timer)),
                                effect(owner(timer)),
                                code(owner(timer).getId())))
                        .toList());
    }

    private String messages() {
        var ofEvents = facts.all(MessageEventDefinition.class).stream()
                .filter(definition -> definition.getMessage() != null)
                .map(definition -> row(
                        code(definition.getMessage().getName()),
                        owner(definition).getName(),
                        effect(owner(definition))));
        var ofTasks = facts.all(ReceiveTask.class).stream()
                .map(task -> row(code(task.getMessage().getName()), task.getName(), effect(task)));
        return section(
                "Messages",
                List.of("Message", "Received by", "What it does"),
                Stream.concat(ofEvents, ofTasks).toList());
    }

    private String errors() {
        return section(
                "Errors",
                List.of("Error", "Handled by", "What it does"),
                facts.all(ErrorEventDefinition.class).stream()
                        .map(definition -> row(
                                code(definition.getError().getAttributeValue("errorCode")),
                                owner(definition).getName(),
                                effect(owner(definition))))
                        .toList());
    }

    private String ends() {
        return section(
                "How it ends",
                List.of("End", "Of", "Id"),
                facts.all(EndEvent.class).stream()
                        .map(end -> row(
                                end.getName(),
                                end.getParentElement() instanceof Process
                                        ? "the process"
                                        : "'%s'".formatted(((FlowElement) end.getParentElement()).getName()),
                                code(end.getId())))
                        .toList());
    }

    private String variables() {
        return section(
                "Variables",
                List.of("Variable", "Type", "Stored"),
                variables.stream()
                        .filter(declared -> declared.processId().equals(facts.id()))
                        .flatMap(declared -> declared.all().stream())
                        .map(ProcessPage::variable)
                        .toList());
    }

    private static String variable(ProcessVariable<?> variable) {
        return row(
                code(variable.name()),
                variable.type().getSimpleName(),
                variable.open() ? "in clear" : "sealed; hidden from operators");
    }
}
