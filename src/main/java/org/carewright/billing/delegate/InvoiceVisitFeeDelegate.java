package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.fee.VisitFeeVariables;
import org.carewright.billing.fee.VisitFees;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Invoice visit fee",
        description = "Puts the fee for a late cancellation or a missed visit on an invoice of its own; from there it "
                + "goes the way of every invoice. A waived fee is not invoiced.")
class InvoiceVisitFeeDelegate implements JavaDelegate {

    private final VisitFees fees;

    InvoiceVisitFeeDelegate(VisitFees fees) {
        this.fees = fees;
    }

    @Override
    public void execute(DelegateExecution execution) {
        fees.invoice(UUID.fromString(VisitFeeVariables.APPOINTMENT_ID.from(execution)));
    }
}
