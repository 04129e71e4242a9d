package org.carewright.shared.process;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a task or an instance of the engine is about. */
@Service
public class InstanceLookup {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ClinicScope clinic;

    InstanceLookup(RuntimeService runtime, TaskService tasks, ClinicScope clinic) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.clinic = clinic;
    }

    /** @param rowId the business key: the id of the row the instance is about */
    public record About(String processId, UUID rowId) {}

    /**
     * What it is about; empty when it has ended, is another clinic's, or is of another kind.
     *
     * @param kind {@code task} or {@code process-instance}, as in the engine's addresses
     */
    @Transactional(readOnly = true)
    public Optional<About> find(String kind, UUID id) {
        var instanceId =
                switch (kind) {
                    case "process-instance" -> id.toString();
                    case "task" -> instanceOfTask(id);
                    default -> null;
                };
        return Optional.ofNullable(instanceId).map(this::instance).flatMap(InstanceLookup::about);
    }

    private String instanceOfTask(UUID taskId) {
        var task = tasks.createTaskQuery()
                .taskId(taskId.toString())
                .tenantIdIn(clinic.required().toString())
                .singleResult();
        return task == null ? null : task.getProcessInstanceId();
    }

    private ProcessInstance instance(String id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(id)
                .tenantIdIn(clinic.required().toString())
                .singleResult();
    }

    private static Optional<About> about(ProcessInstance instance) {
        var processId = instance.getProcessDefinitionId().split(":", 2)[0];
        try {
            return Optional.ofNullable(instance.getBusinessKey())
                    .map(UUID::fromString)
                    .map(rowId -> new About(processId, rowId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
