package org.carewright.shared.process.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The last resolver: of {@code execution} and {@code task} it gives ids and keys, and it refuses every other property and
 * every method of anything. So reflection ({@code ''.getClass()}) and the engine's services have no way in.
 */
class EngineMembersResolver extends ELResolver {

    private static final Map<String, Function<DelegateExecution, Object>> OF_EXECUTION = Map.of(
            "id", DelegateExecution::getId,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "processDefinitionId", DelegateExecution::getProcessDefinitionId,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "businessKey", DelegateExecution::getBusinessKey,
            "tenantId", DelegateExecution::getTenantId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "activityInstanceId", DelegateExecution::getActivityInstanceId);

    private static final Map<String, Function<DelegateTask, Object>> OF_TASK = Map.of(
            "id", DelegateTask::getId,
            "processInstanceId", DelegateTask::getProcessInstanceId,
            "taskDefinitionKey", DelegateTask::getTaskDefinitionKey,
            "tenantId", DelegateTask::getTenantId,
            "assignee", DelegateTask::getAssignee,
            "createTime", DelegateTask::getCreateTime,
            "dueDate", DelegateTask::getDueDate);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return null;
        }
        if (base instanceof DelegateExecution execution && OF_EXECUTION.containsKey(property)) {
            context.setPropertyResolved(true);
            return OF_EXECUTION.get(property).apply(execution);
        }
        if (base instanceof DelegateTask task && OF_TASK.containsKey(property)) {
            context.setPropertyResolved(true);
            return OF_TASK.get(property).apply(task);
        }
        throw new ELException("A model may not read the property '" + property + "'");
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        throw new ELException("A model may not call the method '" + method + "'");
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw new ELException("A model may not write the property '" + property + "'");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
