package org.carewright.shared.process;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.process.submission.RefusedSubmissionException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the engine for services of every module: start, correlate, complete, look. All of it runs in the caller's
 * transaction and in the caller's clinic scope, so a business row and the step of its process commit together or not
 * at all.
 */
@Service
public class Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final FormService forms;
    private final ClinicScope clinic;
    private final DeployedForms deployedForms;
    private final AsApplication application;

    Processes(
            RuntimeService runtime,
            TaskService tasks,
            RepositoryService repository,
            FormService forms,
            ClinicScope clinic,
            DeployedForms deployedForms,
            AsApplication application) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.forms = forms;
        this.clinic = clinic;
        this.deployedForms = deployedForms;
        this.application = application;
    }

    /**
     * Starts the newest version of a process for the clinic in scope and runs it up to its first wait states, as the
     * application: whoever acts needn't be allowed to start it.
     *
     * @param businessKey the id of the row the instance is about
     * @return the process instance id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String start(String processId, UUID businessKey, Map<String, Object> variables) {
        return application.call(() -> runtime.createProcessInstanceByKey(processId)
                .processDefinitionWithoutTenantId()
                .businessKey(businessKey.toString())
                .setVariables(variables)
                .execute()
                .getProcessInstanceId());
    }

    /**
     * Delivers a message to an instance that waits for it, as the application.
     *
     * @return false when nothing in the instance waits for the message, e.g. because it has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean correlate(String message, String processInstanceId, Map<String, Object> variables) {
        return application.call(() -> deliver(message, processInstanceId, variables));
    }

    /**
     * Ends an instance whose purpose has gone, wherever it is, as the application; nothing when it has ended.
     *
     * @param why a code for operators, shown in Cockpit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String processInstanceId, String why) {
        application.call(() -> {
            runtime.deleteProcessInstanceIfExists(processInstanceId, why, false, true, false, false);
            return null;
        });
    }

    /** Delivers a message to every instance of the clinic in scope that waits for it, as the application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAll(String message) {
        application.call(() -> runtime.createMessageCorrelation(message)
                .tenantId(clinic.required().toString())
                .correlateAllWithResult());
    }

    private boolean deliver(String message, String processInstanceId, Map<String, Object> variables) {
        // Asked for first: a correlation that fails would take the caller's transaction with it.
        var waiting = runtime.createExecutionQuery()
                .processInstanceId(processInstanceId)
                .messageEventSubscriptionName(message)
                .count();
        if (waiting == 0) {
            return false;
        }
        runtime.createMessageCorrelation(message)
                .processInstanceId(processInstanceId)
                .setVariables(variables)
                .correlate();
        return true;
    }

    /** The task of that kind which is open in the instance, if any. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> openTask(String processInstanceId, String activityId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processInstanceId(processInstanceId)
                        .taskDefinitionKey(activityId)
                        .tenantIdIn(clinic.required().toString())
                        .singleResult())
                .map(Processes::toOpenTask);
    }

    /** All open tasks of the given instances of the clinic in scope; one statement however many instances there are. */
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(Collection<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return List.of();
        }
        return tasks
                .createTaskQuery()
                .processInstanceIdIn(processInstanceIds.toArray(String[]::new))
                .tenantIdIn(clinic.required().toString())
                .list()
                .stream()
                .map(Processes::toOpenTask)
                .toList();
    }

    /**
     * Completes a task with a form's values, checked against its form like any submission.
     *
     * @throws InvalidFormException when the values don't fit the form
     * @throws OptimisticLockingFailureException when someone else has completed it meanwhile; look again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(OpenTask task, Map<String, Object> formValues) {
        try {
            tasks.complete(task.id(), formValues);
        } catch (RefusedSubmissionException e) {
            throw new InvalidFormException(e.errors());
        } catch (NullValueException e) {
            if (tasks.createTaskQuery().taskId(task.id()).count() == 0) {
                throw new OptimisticLockingFailureException("The task is done already", e);
            }
            throw e;
        }
    }

    /** The form a task shows, in the version that was deployed with its process. */
    @Transactional(readOnly = true)
    public FormDefinition formOf(OpenTask task) {
        return FormDefinition.parse(read(() -> forms.getDeployedTaskForm(task.id())));
    }

    /**
     * The newest deployed form with that id.
     *
     * @throws IllegalStateException when no such form is deployed
     */
    @Transactional(readOnly = true)
    public FormDefinition form(String formId) {
        return deployedForms.newest(formId);
    }

    /** Where in its model the instance is, without the scopes around; empty when it has ended. */
    @Transactional(readOnly = true)
    public List<ActiveStep> whereIs(String processInstanceId) {
        var instance = instance(processInstanceId);
        if (instance == null) {
            return List.of();
        }
        var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
        return runtime.getActiveActivityIds(processInstanceId).stream()
                .distinct()
                .map(id -> new ActiveStep(id, nameOf(model.getModelElementById(id))))
                .toList();
    }

    /** Whether the instance of the clinic in scope has not ended. */
    @Transactional(readOnly = true)
    public boolean isRunning(String processInstanceId) {
        return instance(processInstanceId) != null;
    }

    /**
     * Whether this thread runs a step of the instance right now. What such a step does can't be told to the same instance
     * as a message: the step would be taken away under itself. It goes on with what the step found out.
     */
    public boolean isActing(String processInstanceId) {
        var acting = Context.getBpmnExecutionContext();
        return acting != null && processInstanceId.equals(acting.getExecution().getProcessInstanceId());
    }

    private ProcessInstance instance(String processInstanceId) {
        return application.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .tenantIdIn(clinic.required().toString())
                .singleResult());
    }

    private static String nameOf(ModelElementInstance element) {
        return element instanceof FlowElement step && step.getName() != null ? step.getName() : "";
    }

    /** The BPMN of the process version that the instance runs on, or of the newest when the instance has ended. */
    @Transactional(readOnly = true)
    public String modelOf(String processId, String processInstanceId) {
        var instance = instance(processInstanceId);
        var definitionId = instance != null
                ? instance.getProcessDefinitionId()
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processId)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult()
                        .getId();
        return read(() -> repository.getProcessModel(definitionId));
    }

    private static OpenTask toOpenTask(org.camunda.bpm.engine.task.Task task) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getAssignee(),
                task.getCreateTime().toInstant(),
                task.getProcessInstanceId());
    }

    private static String read(java.util.function.Supplier<java.io.InputStream> resource) {
        try (var stream = resource.get()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
