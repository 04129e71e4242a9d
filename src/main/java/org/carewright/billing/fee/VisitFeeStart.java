package org.carewright.billing.fee;

import java.util.HashMap;
import java.util.Map;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.AppointmentFeeDecided;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts {@code VisitFeeProcess} in the transaction that ends the visit. */
@Component
class VisitFeeStart {

    private final VisitFees fees;
    private final Processes processes;
    private final PatientService patients;
    private final ClinicService clinics;

    VisitFeeStart(VisitFees fees, Processes processes, PatientService patients, ClinicService clinics) {
        this.fees = fees;
        this.processes = processes;
        this.patients = patients;
        this.clinics = clinics;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void start(AppointmentFeeDecided decided) {
        fees.decided(decided);
        var patient = patients.find(decided.patientId()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        put(variables, VisitFeeVariables.APPOINTMENT_ID, decided.appointmentId().toString());
        put(variables, VisitFeeVariables.PATIENT_NAME, patient.fullName());
        put(
                variables,
                VisitFeeVariables.FEE_SHOWN,
                decided.fee().format(clinics.current().locale()));
        processes.start(VisitFeeVariables.PROCESS_ID, decided.appointmentId(), variables);
    }

    private static void put(Map<String, Object> variables, ProcessVariable<String> variable, String value) {
        variables.put(variable.name(), value);
    }
}
