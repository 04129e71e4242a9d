package org.carewright.onboarding.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.clinic.ManagerInvites;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Invite manager",
        description = "Sends whoever shall lead the new clinic an invite to its staff; an earlier one no longer works.")
class InviteManagerDelegate implements JavaDelegate {

    private final ManagerInvites invites;

    InviteManagerDelegate(ManagerInvites invites) {
        this.invites = invites;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invites.send();
    }
}
