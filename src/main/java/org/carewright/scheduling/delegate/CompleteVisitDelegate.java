package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;
import static org.carewright.scheduling.AppointmentVariables.VISIT_NOTE;
import static org.carewright.scheduling.AppointmentVariables.VISIT_OUTCOME;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

/** Moves what the practitioner typed out of the engine in the step that typed it. */
@Component
@ModelTask(name = "Complete visit", description = "Ends the visit and moves the practitioner's note to the record.")
class CompleteVisitDelegate implements JavaDelegate {

    private final AppointmentService appointments;

    CompleteVisitDelegate(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        appointments.complete(
                UUID.fromString(APPOINTMENT_ID.from(execution)),
                VISIT_OUTCOME.from(execution),
                VISIT_NOTE.find(execution).orElse(""));
        execution.removeVariable(VISIT_NOTE.name());
    }
}
