package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;
import static org.carewright.scheduling.AppointmentVariables.ARRIVAL;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Register check-in", description = "Puts the patient on the waiting list of today's board.")
class RegisterCheckInDelegate implements JavaDelegate {

    private static final String ARRIVED = "arrived";

    private final AppointmentService appointments;

    RegisterCheckInDelegate(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appointments.checkIn(UUID.fromString(APPOINTMENT_ID.from(execution)));
        ARRIVAL.set(execution, ARRIVED);
    }
}
