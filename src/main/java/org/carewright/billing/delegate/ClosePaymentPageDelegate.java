package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.payment.PaymentPageVariables;
import org.carewright.billing.payment.PaymentPages;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Close payment page",
        description = "Closes the provider's page of a payment that nobody has made, so that it can't be made twice; a "
                + "payment that came before is booked.",
        remote = true)
class ClosePaymentPageDelegate implements JavaDelegate {

    private final PaymentPages pages;

    ClosePaymentPageDelegate(PaymentPages pages) {
        this.pages = pages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pages.close(UUID.fromString(PaymentPageVariables.PAYMENT_ID.from(execution)));
    }
}
