package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;
import static org.carewright.billing.process.InvoiceVariables.NEXT_STEP_AT;
import static org.carewright.billing.process.InvoiceVariables.OUTCOME;
import static org.carewright.billing.process.InvoiceVariables.PROMISED_ON;

import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.Dunning;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Keep what was agreed",
        description = "Puts off the next step when the patient promised to pay by a certain day.")
class KeepAgreementDelegate implements JavaDelegate {

    private static final String PROMISED = "promised";

    private final Dunning dunning;

    KeepAgreementDelegate(Dunning dunning) {
        this.dunning = dunning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (PROMISED.equals(OUTCOME.from(execution))) {
            var until = LocalDate.parse(PROMISED_ON.from(execution));
            NEXT_STEP_AT.set(execution, Date.from(dunning.rest(UUID.fromString(INVOICE_ID.from(execution)), until)));
        }
    }
}
