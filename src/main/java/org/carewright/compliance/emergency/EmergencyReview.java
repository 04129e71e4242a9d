package org.carewright.compliance.emergency;

import java.util.HashMap;
import java.util.Map;
import org.carewright.audit.access.EmergencyAccessOpened;
import org.carewright.patients.PatientService;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has each access in an emergency reviewed: starts {@code BreakGlassProcess} in the transaction that grants it. */
@Component
class EmergencyReview {

    private final Processes processes;
    private final PatientService patients;

    EmergencyReview(Processes processes, PatientService patients) {
        this.processes = processes;
        this.patients = patients;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void start(EmergencyAccessOpened opened) {
        var patient = patients.find(opened.patientId()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        put(variables, BreakGlassVariables.ACCESS_ID, opened.accessId().toString());
        put(variables, BreakGlassVariables.STAFF_NAME, opened.staffName());
        put(variables, BreakGlassVariables.PATIENT_NAME, patient.fullName());
        put(variables, BreakGlassVariables.REASON, opened.reason());
        processes.start(BreakGlassVariables.PROCESS_ID, opened.accessId(), variables);
    }

    private static void put(Map<String, Object> variables, ProcessVariable<String> variable, String value) {
        variables.put(variable.name(), value);
    }
}
