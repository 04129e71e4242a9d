package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;
import static org.carewright.billing.process.InvoiceVariables.WRITE_OFF_BY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.WriteOffs;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Write off", description = "Gives up what is left to pay. Refused for the person who asked for it.")
class WriteOffDelegate implements JavaDelegate {

    private final WriteOffs writeOffs;

    WriteOffDelegate(WriteOffs writeOffs) {
        this.writeOffs = writeOffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writeOffs.approve(
                UUID.fromString(INVOICE_ID.from(execution)),
                WRITE_OFF_BY.find(execution).map(UUID::fromString).orElse(null));
    }
}
