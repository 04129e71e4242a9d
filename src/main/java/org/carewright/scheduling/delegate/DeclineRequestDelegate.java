package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;
import static org.carewright.scheduling.AppointmentVariables.CAUSE;
import static org.carewright.scheduling.AppointmentVariables.NOTICE_TEMPLATE;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.process.ModelInput;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Decline request", description = "Ends a request without a visit and makes its time free again.")
@ModelInput(
        name = "cause",
        label = "Why",
        type = ModelInput.Type.DROPDOWN,
        options = {"declined", "expired", "unpaid"})
class DeclineRequestDelegate implements JavaDelegate {

    private static final String DECLINED = "declined";
    private static final Map<String, String> TEMPLATES = Map.of(
            DECLINED,
            "appointment-declined",
            "expired",
            "appointment-request-expired",
            "unpaid",
            "appointment-deposit-expired");

    private final AppointmentService appointments;

    DeclineRequestDelegate(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var cause = CAUSE.from(execution);
        appointments.reject(
                UUID.fromString(APPOINTMENT_ID.from(execution)), DECLINED.equals(cause) ? "clinic" : "deadline");
        NOTICE_TEMPLATE.set(execution, TEMPLATES.get(cause));
    }
}
