package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.AppointmentVariables;
import org.carewright.shared.process.Decisions;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record no-show",
        description = "Ends the appointment as missed, with the fee that the cancellation policy decided.")
class RecordNoShowDelegate implements JavaDelegate {

    private final AppointmentService appointments;
    private final Decisions decisions;

    RecordNoShowDelegate(AppointmentService appointments, Decisions decisions) {
        this.appointments = appointments;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appointments.recordNoShow(
                UUID.fromString(APPOINTMENT_ID.from(execution)),
                decisions.justEvaluated(AppointmentVariables.CANCELLATION_POLICY));
    }
}
