package org.carewright.billing.refund;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.carewright.billing.payment.Payments;
import org.springframework.stereotype.Component;

/** A refund's process is about the patient who paid. */
@Component
class PatientOfRefund implements PatientOfProcess {

    private final Refunds refunds;
    private final Payments payments;

    PatientOfRefund(Refunds refunds, Payments payments) {
        this.refunds = refunds;
        this.payments = payments;
    }

    @Override
    public String processId() {
        return RefundVariables.PROCESS_ID;
    }

    @Override
    public Optional<UUID> patientOf(UUID refundId) {
        return refunds.find(refundId)
                .map(refund -> payments.get(refund.paymentId()).patientId());
    }
}
