package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.REMINDER_NUMBER;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

/** The number tells one reminder from the next, so that each is sent, and each once. */
@Component
@ModelTask(name = "Count reminder", description = "Numbers the reminder that is sent next.")
class CountReminderDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        REMINDER_NUMBER.set(execution, REMINDER_NUMBER.from(execution) + 1);
    }
}
