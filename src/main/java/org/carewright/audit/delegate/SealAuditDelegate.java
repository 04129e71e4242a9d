package org.carewright.audit.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.audit.seal.AuditSealer;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

/** Task_SealAudit: repeats harmlessly, as what is sealed is sealed. */
@ModelTask(
        name = "Seal audit logs",
        description = "Signs what was recorded since the last time, so that a later change can be seen.")
@Component
class SealAuditDelegate implements JavaDelegate {

    private final AuditSealer sealer;

    SealAuditDelegate(AuditSealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sealer.sealAll();
    }
}
