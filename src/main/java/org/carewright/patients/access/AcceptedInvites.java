package org.carewright.patients.access;

import java.time.Clock;
import org.carewright.identity.AccountEvent;
import org.carewright.patients.access.FamilyInviteMapper.InviteTerms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives access to whom a family invite was for, in the transaction in which they accept it (IAM-1). */
@Component
class AcceptedInvites {

    private final FamilyInviteMapper terms;
    private final PatientAccess access;
    private final Clock clock;

    AcceptedInvites(FamilyInviteMapper terms, PatientAccess access, Clock clock) {
        this.terms = terms;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    void accepted(AccountEvent.InviteAccepted invite) {
        var agreed = invite.patientId() == null ? null : terms.byId(invite.inviteId());
        if (agreed != null) {
            replace(invite, agreed);
        }
    }

    /** A newer invite says how far access goes now; the patient's own stays whatever an invite says. */
    private void replace(AccountEvent.InviteAccepted invite, InviteTerms agreed) {
        var standing = access.of(agreed.patientId()).stream()
                .filter(grant -> grant.accountId().equals(invite.accountId()) && grant.revokedAt() == null)
                .findFirst();
        if (standing.filter(grant -> grant.relation() == Relation.SELF).isPresent()) {
            return;
        }
        standing.ifPresent(grant -> access.revoke(agreed.patientId(), grant.id()));
        var now = clock.instant();
        // Accepted after the last day it was for: there is an account, and nothing to open.
        if (agreed.endsAt() == null || agreed.endsAt().isAfter(now)) {
            access.grant(new NewGrant(
                    invite.accountId(),
                    agreed.patientId(),
                    AccessLevel.of(invite.accessLevel()),
                    agreed.relation(),
                    agreed.startsAt() == null || agreed.startsAt().isBefore(now) ? now : agreed.startsAt(),
                    agreed.endsAt(),
                    agreed.agreed()));
        }
    }
}
