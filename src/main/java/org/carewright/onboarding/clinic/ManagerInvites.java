package org.carewright.onboarding.clinic;

import java.util.Map;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.StaffContacts;
import org.carewright.identity.account.Invites;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invites who shall lead the clinic in scope, and tells its opening when they have come. */
@Service
public class ManagerInvites {

    private final ClinicOpeningMapper openings;
    private final Invites invites;
    private final StaffContacts staff;
    private final Processes processes;

    ManagerInvites(ClinicOpeningMapper openings, Invites invites, StaffContacts staff, Processes processes) {
        this.openings = openings;
        this.invites = invites;
        this.staff = staff;
        this.processes = processes;
    }

    /** Sends the manager an invite; an earlier one no longer works. Does nothing once the clinic has a manager. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send() {
        var opening = openings.lock().orElseThrow();
        if (!hasManager()) {
            withdraw(opening.inviteId());
            openings.setInvite(
                    invites.inviteManager(opening.managerEmail(), opening.managerName(), opening.createdBy()));
        }
    }

    /** Ends an invite that can still be accepted. @param inviteId null for none */
    void withdraw(UUID inviteId) {
        if (invites.open(Door.DESK).stream().anyMatch(open -> open.id().equals(inviteId))) {
            invites.withdraw(inviteId);
        }
    }

    boolean hasManager() {
        return !staff.with(Role.MANAGER).isEmpty();
    }

    /** The lock lets one who accepts and one who does a step come one after the other, not into each other's way. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void joined(AccountEvent.InviteAccepted accepted) {
        openings.lock()
                .filter(opening -> accepted.inviteId().equals(opening.inviteId()))
                .ifPresent(opening -> processes.correlate(
                        ClinicOnboardingVariables.MANAGER_JOINED, opening.processInstanceId(), Map.of()));
    }
}
