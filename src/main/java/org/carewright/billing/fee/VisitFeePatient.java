package org.carewright.billing.fee;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A fee's process is about whoever owes it. */
@Component
class VisitFeePatient implements PatientOfProcess {

    private final VisitFeeMapper fees;

    VisitFeePatient(VisitFeeMapper fees) {
        this.fees = fees;
    }

    @Override
    public String processId() {
        return VisitFeeVariables.PROCESS_ID;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(UUID appointmentId) {
        return Optional.ofNullable(fees.byId(appointmentId)).map(VisitFeeMapper.FeeRow::patientId);
    }
}
