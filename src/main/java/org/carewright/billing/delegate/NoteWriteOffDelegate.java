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
@ModelTask(
        name = "Note who asked",
        description = "Keeps who asked for the write-off, so that somebody else decides on it.")
class NoteWriteOffDelegate implements JavaDelegate {

    private final WriteOffs writeOffs;

    NoteWriteOffDelegate(WriteOffs writeOffs) {
        this.writeOffs = writeOffs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var askedBy = writeOffs.asked(UUID.fromString(INVOICE_ID.from(execution)));
        WRITE_OFF_BY.set(execution, askedBy.map(UUID::toString).orElse(null));
    }
}
