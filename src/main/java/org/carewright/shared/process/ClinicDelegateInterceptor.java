package org.carewright.shared.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.carewright.shared.logging.LogFields;
import org.carewright.shared.tenant.ClinicScope;

/** Runs every delegate, listener and expression of an instance in the scope of the instance's clinic (design §6). */
class ClinicDelegateInterceptor extends DefaultDelegateInterceptor {

    private final ClinicScope clinic;

    ClinicDelegateInterceptor(ClinicScope clinic) {
        this.clinic = clinic;
    }

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        BaseDelegateExecution context = invocation.getContextExecution();
        if (!(context instanceof ExecutionEntity execution) || execution.getTenantId() == null) {
            super.handleInvocation(invocation);
            return;
        }
        var failure = clinic.call(UUID.fromString(execution.getTenantId()), () -> {
            // Work that no request asked for is told together by the instance it belongs to.
            var restored = LogFields.correlation(execution.getProcessInstanceId());
            try {
                super.handleInvocation(invocation);
                return null;
            } catch (Exception e) {
                return e;
            } finally {
                restored.restore();
            }
        });
        if (failure != null) {
            throw failure;
        }
    }
}
