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
        name = "Waive visit fee",
        description = "Keeps that the fee for a late cancellation or a missed visit is not charged, by whom and why.")
class WaiveVisitFeeDelegate implements JavaDelegate {

    private final VisitFees fees;

    WaiveVisitFeeDelegate(VisitFees fees) {
        this.fees = fees;
    }

    @Override
    public void execute(DelegateExecution execution) {
        fees.waive(
                UUID.fromString(VisitFeeVariables.APPOINTMENT_ID.from(execution)),
                VisitFeeVariables.FEE_REASON.find(execution).orElse(null));
    }
}
