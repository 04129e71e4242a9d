package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.payment.UpiPayments;
import org.carewright.billing.payment.UpiVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Book what was seen",
        description =
                "Books a payment by UPI that staff have seen at the bank, with the bank's reference; nothing when "
                        + "it wasn't there.")
class RecordUpiLookDelegate implements JavaDelegate {

    private final UpiPayments payments;

    RecordUpiLookDelegate(UpiPayments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (UpiVariables.RECEIVED.equals(UpiVariables.FOUND.from(execution))) {
            payments.seen(
                    UUID.fromString(UpiVariables.PAYMENT_ID.from(execution)), UpiVariables.REFERENCE.from(execution));
        }
        execution.removeVariable(UpiVariables.REFERENCE.name());
    }
}
