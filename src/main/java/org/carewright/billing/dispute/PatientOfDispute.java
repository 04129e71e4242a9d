package org.carewright.billing.dispute;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.carewright.billing.payment.Payments;
import org.springframework.stereotype.Component;

/** A dispute's process is about the patient who paid. */
@Component
class PatientOfDispute implements PatientOfProcess {

    private final DisputeMapper disputes;
    private final Payments payments;

    PatientOfDispute(DisputeMapper disputes, Payments payments) {
        this.disputes = disputes;
        this.payments = payments;
    }

    @Override
    public String processId() {
        return DisputeVariables.PROCESS_ID;
    }

    @Override
    public Optional<UUID> patientOf(UUID disputeId) {
        return Optional.ofNullable(disputes.byId(disputeId))
                .map(row -> payments.get(row.paymentId()).patientId());
    }
}
