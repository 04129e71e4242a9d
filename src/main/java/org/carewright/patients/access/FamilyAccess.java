package org.carewright.patients.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.account.Invites.OpenInvite;
import org.carewright.identity.account.PortalAccounts;
import org.carewright.patients.access.Grant.State;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who else may open a patient's record at the portal, decided there (IAM-1): by the patient who is of age, by a minor's
 * parents and guardians, each with full access. Nobody takes access away from the patient; that is the clinic's matter.
 */
@Service
public class FamilyAccess {

    private final PatientAccess access;
    private final FamilyInvites invites;
    private final PortalAccounts accounts;
    private final ClinicService clinics;
    private final Clock clock;

    FamilyAccess(
            PatientAccess access, FamilyInvites invites, PortalAccounts accounts, ClinicService clinics, Clock clock) {
        this.access = access;
        this.invites = invites;
        this.accounts = accounts;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Whether the holder of that access decides who else has it. */
    public boolean decides(Grant own) {
        return switch (own.relation()) {
            case SELF -> own.level().includes(AccessLevel.FULL) && !isMinor(own);
            case PARENT, GUARDIAN -> own.level().includes(AccessLevel.FULL);
            case PARTNER, CHILD, OTHER -> false;
        };
    }

    /**
     * Everybody with access, whoever has ended left out.
     *
     * @throws ProblemException 404 for a patient the account may not see, 403 {@code access_too_low} when it doesn't decide
     */
    @Transactional(readOnly = true)
    public List<FamilyMember> members(UUID accountId, UUID patientId) {
        var own = deciding(accountId, patientId);
        var open = access.of(patientId).stream()
                .filter(grant -> access.state(grant) != State.REVOKED && access.state(grant) != State.EXPIRED)
                .toList();
        var people = accounts.findAll(open.stream().map(Grant::accountId).toList());
        return open.stream()
                .map(grant -> new FamilyMember(
                        grant,
                        access.state(grant),
                        people.get(grant.accountId()).displayName(),
                        grant.id().equals(own.id()),
                        grant.relation() != Relation.SELF,
                        own.relation() == Relation.SELF && access.state(grant) == State.NOT_AGREED))
                .toList();
    }

    /** Invites about the patient that can still be accepted. @throws ProblemException as {@link #members} */
    @Transactional(readOnly = true)
    public List<OpenInvite> invites(UUID accountId, UUID patientId) {
        deciding(accountId, patientId);
        return invites.open(patientId);
    }

    /**
     * Invites somebody by mail; they have access once they accept.
     *
     * @throws InvalidFormException naming the fields that are wrong
     * @throws ProblemException as {@link #members}
     */
    @Transactional
    public UUID invite(UUID accountId, UUID patientId, FamilyInvite wanted) {
        var own = deciding(accountId, patientId);
        requireRight(wanted);
        return invites.invite(
                accountId,
                patientId,
                new AccessOffer(
                        wanted.name(),
                        wanted.email(),
                        null,
                        wanted.relation(),
                        wanted.level(),
                        null,
                        null,
                        own.relation() == Relation.SELF));
    }

    /**
     * Takes back an invite.
     *
     * @return the patient it was about
     * @throws ProblemException as {@link #members}, 404 when there is no such open invite
     */
    @Transactional
    public UUID withdraw(UUID accountId, UUID inviteId) {
        var patientId = invites.patientOf(inviteId);
        if (invites(accountId, patientId).stream().noneMatch(open -> open.id().equals(inviteId))) {
            throw ProblemException.notFound();
        }
        invites.withdraw(patientId, inviteId);
        return patientId;
    }

    /**
     * Takes access away at once; one's own too, unless one is the patient.
     *
     * @return the patient it was about
     * @throws ProblemException as {@link #members}, 404 when there is no such access, or it is the patient's own
     */
    @Transactional
    public UUID revoke(UUID accountId, UUID grantId) {
        var patientId = access.get(grantId).patientId();
        members(accountId, patientId).stream()
                .filter(member -> member.revocable() && member.grant().id().equals(grantId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        access.revoke(patientId, grantId);
        return patientId;
    }

    /** The patient, of age, agrees. @throws ProblemException as {@link #revoke} */
    @Transactional
    public UUID agree(UUID accountId, UUID grantId) {
        var patientId = access.get(grantId).patientId();
        members(accountId, patientId).stream()
                .filter(member -> member.awaitsConsent() && member.grant().id().equals(grantId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        access.agree(patientId, grantId);
        return patientId;
    }

    private Grant deciding(UUID accountId, UUID patientId) {
        var own = access.require(accountId, patientId, AccessLevel.FULL);
        if (!decides(own)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "access_too_low");
        }
        return own;
    }

    private boolean isMinor(Grant grant) {
        return grant.isMinor(clock.instant(), clinics.current().timeZone());
    }

    private void requireRight(FamilyInvite wanted) {
        var errors = new ArrayList<>(invites.wrongIn(wanted.email(), wanted.name()));
        if (wanted.relation() == null || wanted.relation() == Relation.SELF) {
            errors.add(new FieldError("relation", "required", List.of()));
        }
        if (wanted.level() == null) {
            errors.add(new FieldError("level", "required", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}
