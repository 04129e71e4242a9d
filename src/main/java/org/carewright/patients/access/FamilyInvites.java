package org.carewright.patients.access;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.identity.account.Invites;
import org.carewright.identity.account.Invites.OpenInvite;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invites to a patient's record: the ticket is identity's, what it opens and for how long is kept here (IAM-1). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FamilyInvites {

    private static final String RESOURCE = "portal-access";

    /** Far more than can be open at once: an invite lasts a week. */
    private static final int LATEST = 200;

    private final Invites invites;
    private final FamilyInviteMapper terms;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    FamilyInvites(Invites invites, FamilyInviteMapper terms, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.invites = invites;
        this.terms = terms;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Invites by mail. An open invite of the same address to the same record no longer works.
     *
     * @param offer with relation and level
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    UUID invite(UUID by, UUID patientId, AccessOffer offer) {
        open(patientId).stream()
                .filter(open -> open.email().equalsIgnoreCase(offer.email().strip()))
                .forEach(open -> withdraw(patientId, open.id()));
        var id = invites.inviteFamily(
                offer.email(),
                offer.name(),
                offer.language(),
                patientId,
                offer.level().code(),
                by);
        terms.insert(clinic.required(), id, patientId, offer, offer.relation().code(), clock.instant());
        audit.record("portal-access.invited", RESOURCE, id, patientId);
        return id;
    }

    /** What can still be accepted, oldest first. */
    List<OpenInvite> open(UUID patientId) {
        return invites.openAmong(terms.latest(patientId, LATEST));
    }

    /** What is wrong with whom it is for; empty when nothing is. */
    List<FieldError> wrongIn(String email, String name) {
        return invites.wrongIn(email, name);
    }

    /** The patient an invite is about. @throws ProblemException 404 when there is no such invite */
    UUID patientOf(UUID inviteId) {
        var found = terms.byId(inviteId);
        if (found == null) {
            throw ProblemException.notFound();
        }
        return found.patientId();
    }

    /** @throws ProblemException 404 when it can't be accepted any more */
    void withdraw(UUID patientId, UUID inviteId) {
        invites.withdraw(inviteId);
        audit.record("portal-access.invite-withdrawn", RESOURCE, inviteId, patientId);
    }
}
