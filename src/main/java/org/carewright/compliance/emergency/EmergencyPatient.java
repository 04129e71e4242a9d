package org.carewright.compliance.emergency;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.access.EmergencyAccess;
import org.carewright.audit.engine.PatientOfProcess;
import org.springframework.stereotype.Component;

/** The review of an access in an emergency is about the patient whose record was opened. */
@Component
class EmergencyPatient implements PatientOfProcess {

    private final EmergencyAccess access;

    EmergencyPatient(EmergencyAccess access) {
        this.access = access;
    }

    @Override
    public String processId() {
        return BreakGlassVariables.PROCESS_ID;
    }

    @Override
    public Optional<UUID> patientOf(UUID accessId) {
        return access.patientOf(accessId);
    }
}
