package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.ANSWER;
import static org.carewright.billing.refund.RefundVariables.PAY_OUT;
import static org.carewright.billing.refund.RefundVariables.PAY_OUT_METHOD;
import static org.carewright.billing.refund.RefundVariables.REFUND_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.refund.ProviderRefunds;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Record pay-out", description = "Keeps whether staff paid the refund out, and how.")
class RecordPayOutDelegate implements JavaDelegate {

    private static final String PAID = "paid";

    private final ProviderRefunds refunds;

    RecordPayOutDelegate(ProviderRefunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(REFUND_ID.from(execution));
        ANSWER.set(
                execution,
                PAID.equals(PAY_OUT.from(execution))
                        ? refunds.paidOut(id, PaymentMethod.of(PAY_OUT_METHOD.from(execution)))
                        : refunds.notPaidOut(id));
    }
}
