package org.carewright.billing.deposit;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.carewright.scheduling.Appointment;
import org.carewright.scheduling.AppointmentService;
import org.springframework.stereotype.Component;

/** A deposit's process is about the patient whose visit it keeps. */
@Component
class PatientOfDeposit implements PatientOfProcess {

    private final AppointmentService appointments;

    PatientOfDeposit(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    public String processId() {
        return DepositVariables.PROCESS_ID;
    }

    @Override
    public Optional<UUID> patientOf(UUID appointmentId) {
        return appointments.find(appointmentId).map(Appointment::patientId);
    }
}
