package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;
import static org.carewright.scheduling.AppointmentVariables.NOTICE_TEMPLATE;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Confirm appointment",
        description = "Turns a request that was approved, or whose deposit was paid, into a confirmed appointment.")
class ConfirmAppointmentDelegate implements JavaDelegate {

    static final String CONFIRMED_TEMPLATE = "appointment-confirmed";

    private final AppointmentService appointments;

    ConfirmAppointmentDelegate(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appointments.confirm(UUID.fromString(APPOINTMENT_ID.from(execution)));
        NOTICE_TEMPLATE.set(execution, CONFIRMED_TEMPLATE);
    }
}
