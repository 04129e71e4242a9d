package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;
import static org.carewright.scheduling.AppointmentVariables.VISIT_OUTCOME;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Tell billing", description = "Tells billing what it needs to invoice the visit.")
class PublishVisitCompletedDelegate implements JavaDelegate {

    private final AppointmentService appointments;

    PublishVisitCompletedDelegate(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appointments.publishCompleted(UUID.fromString(APPOINTMENT_ID.from(execution)), VISIT_OUTCOME.from(execution));
    }
}
