package org.carewright.scheduling.delegate;

import static org.carewright.scheduling.AppointmentVariables.APPOINTMENT_ID;
import static org.carewright.scheduling.AppointmentVariables.REMINDER_CHANNEL;
import static org.carewright.scheduling.AppointmentVariables.REMINDER_DUE_AT;
import static org.carewright.scheduling.AppointmentVariables.REMINDER_LEFT;
import static org.carewright.scheduling.AppointmentVariables.REMINDER_OCCASION;
import static org.carewright.scheduling.AppointmentVariables.REMINDER_PLAN;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.scheduling.AppointmentService;
import org.carewright.scheduling.AppointmentService.NextReminder;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Plan next reminder",
        description =
                "Finds the next reminder of the plan that the decision table made; those in the past are skipped.")
class PlanNextReminderDelegate implements JavaDelegate {

    private final AppointmentService appointments;

    PlanNextReminderDelegate(AppointmentService appointments) {
        this.appointments = appointments;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void execute(DelegateExecution execution) {
        List<Map<String, Object>> plan = REMINDER_PLAN.from(execution);
        execution.removeVariable(REMINDER_PLAN.name());
        var next = appointments.nextReminder(UUID.fromString(APPOINTMENT_ID.from(execution)), plan, last(execution));
        REMINDER_LEFT.set(execution, next.isPresent());
        next.ifPresent(reminder -> {
            REMINDER_DUE_AT.set(execution, Date.from(reminder.dueAt()));
            REMINDER_CHANNEL.set(execution, reminder.channel());
            REMINDER_OCCASION.set(execution, reminder.occasion());
        });
    }

    private static NextReminder last(DelegateExecution execution) {
        return REMINDER_OCCASION
                .find(execution)
                .map(occasion -> new NextReminder(
                        REMINDER_DUE_AT.from(execution).toInstant(), REMINDER_CHANNEL.from(execution), occasion))
                .orElse(null);
    }
}
