package org.carewright.shared.process.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.forms.ShownText;

/** Checks what is submitted for a task or a start against its form, inside one command of the engine. */
class SubmissionCheck {

    private static final String DEPLOYMENT = "deployment";
    private static final String UNKNOWN = "unknown";

    private final RefusalText texts;
    private final ConcurrentMap<String, FormDefinition> parsed = new ConcurrentHashMap<>();

    SubmissionCheck(RefusalText texts) {
        this.texts = texts;
    }

    /**
     * The values of a task's form in the form's types. Who may not work on the task is told that, and nothing of its form.
     *
     * @throws RefusedSubmissionException when they don't fit, or when there are values but no form
     */
    CheckedValues ofTask(CommandExecutor executor, FormService forms, String taskId, Map<String, Object> submitted) {
        return executor.execute(context -> {
            var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return new CheckedValues(submitted, null);
            }
            eachChecker(context, checker -> checker.checkTaskWork(task));
            return context.runWithoutAuthorization(() -> {
                var form = formOf(forms, task);
                return new CheckedValues(
                        checked(form, submitted, form.isPresent() ? variablesOf(task) : Map.of()), task.getTenantId());
            });
        });
    }

    /** The values of a process's start form; like {@link #ofTask}. */
    Map<String, Object> ofStart(
            CommandExecutor executor, FormService forms, String definitionId, Map<String, Object> submitted) {
        return executor.execute(context -> {
            var definition = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(definitionId);
            eachChecker(context, checker -> checker.checkCreateProcessInstance(definition));
            return context.runWithoutAuthorization(() -> {
                var form = formOf(
                        forms.getStartFormData(definitionId).getCamundaFormRef(),
                        definitionId,
                        () -> forms.getDeployedStartForm(definitionId));
                return checked(form, submitted, Map.of());
            });
        });
    }

    /** The names of the values that the texts of a task's form show; whoever asks has read the task's variables. */
    Set<String> shownIn(CommandExecutor executor, FormService forms, String taskId) {
        return executor.execute(context -> {
            var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            return task == null
                    ? Set.of()
                    : context.runWithoutAuthorization(
                            () -> formOf(forms, task).map(ShownText::namesIn).orElse(Set.of()));
        });
    }

    private Optional<FormDefinition> formOf(FormService forms, TaskEntity task) {
        return formOf(
                forms.getTaskFormData(task.getId()).getCamundaFormRef(),
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(),
                () -> forms.getDeployedTaskForm(task.getId()));
    }

    private Optional<FormDefinition> formOf(CamundaFormRef reference, String place, Supplier<InputStream> form) {
        if (reference == null) {
            return Optional.empty();
        }
        // Only a form that was deployed with its process stays the same for that process version.
        return Optional.of(
                DEPLOYMENT.equals(reference.getBinding())
                        ? parsed.computeIfAbsent(place, ignored -> parse(form))
                        : parse(form));
    }

    private Map<String, Object> checked(
            Optional<FormDefinition> form, Map<String, Object> submitted, Map<String, Object> data) {
        var values = SubmittedValues.plain(submitted);
        if (form.isEmpty()) {
            if (!values.isEmpty()) {
                throw refused(Optional.empty(), unknown(values));
            }
            return values;
        }
        var check = form.get().check(values, data);
        if (!check.ok()) {
            throw refused(form, check.errors());
        }
        return check.values();
    }

    private RefusedSubmissionException refused(Optional<FormDefinition> form, List<FieldError> errors) {
        return new RefusedSubmissionException(texts.of(form, errors), errors);
    }

    private static List<FieldError> unknown(Map<String, Object> values) {
        return values.keySet().stream()
                .map(key -> new FieldError(key, UNKNOWN, List.of()))
                .toList();
    }

    private static Map<String, Object> variablesOf(TaskEntity task) {
        return SubmittedValues.plain(task.getVariables());
    }

    private static void eachChecker(CommandContext context, Consumer<CommandChecker> check) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(check);
    }

    private static FormDefinition parse(Supplier<InputStream> form) {
        try (var stream = form.get()) {
            return FormDefinition.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
