package org.carewright.onboarding.patient;

import java.time.Clock;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.account.Invites;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clinic in scope asks somebody by mail to become its patient; who accepts gives their details at the portal. */
@Service
public class PatientInvites {

    private final PatientInviteMapper rows;
    private final Invites invites;
    private final ClinicScope clinic;
    private final Clock clock;

    PatientInvites(PatientInviteMapper rows, Invites invites, ClinicScope clinic, Clock clock) {
        this.rows = rows;
        this.invites = invites;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Sends the invite.
     *
     * @param by the account that invites
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    @Transactional
    public UUID invite(String email, String name, UUID by) {
        // Nobody's record yet, so the invite opens none.
        var id = invites.inviteFamily(email, name, null, null, by);
        rows.insert(clinic.required(), id, clock.instant());
        return id;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void accepted(AccountEvent.InviteAccepted event) {
        rows.accept(event.inviteId(), event.accountId(), clock.instant());
    }

    /** Whether the account came by such an invite. */
    boolean invited(UUID accountId) {
        return rows.accepted(accountId);
    }
}
