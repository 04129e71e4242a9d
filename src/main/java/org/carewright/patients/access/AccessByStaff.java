package org.carewright.patients.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.carewright.identity.account.Invites.OpenInvite;
import org.carewright.identity.account.PortalAccounts;
import org.carewright.identity.account.PortalAccounts.PortalAccount;
import org.carewright.patients.access.Grant.State;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Portal access to a patient's record as the clinic's staff see and give it (IAM-1). Who of them may is the role matrix's
 * matter, which record they reach is {@link org.carewright.audit.access.RecordAccess}'s.
 */
@Service
public class AccessByStaff {

    private static final String EMAIL = "email";
    private static final String ENDS_ON = "endsOn";

    private final PatientAccess access;
    private final PortalAccounts accounts;
    private final FamilyInvites invites;
    private final Clock clock;

    AccessByStaff(PatientAccess access, PortalAccounts accounts, FamilyInvites invites, Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.invites = invites;
        this.clock = clock;
    }

    /** Everybody who has or had access, newest first, in a constant number of statements. */
    @Transactional(readOnly = true)
    public List<Holder> holders(UUID patientId) {
        var grants = access.of(patientId);
        var people = accounts.findAll(grants.stream().map(Grant::accountId).toList());
        return grants.stream()
                .map(grant -> {
                    var account = people.get(grant.accountId());
                    return new Holder(grant, access.state(grant), account.displayName(), account.email());
                })
                .toList();
    }

    /** Invites that can still be accepted, oldest first. */
    @Transactional(readOnly = true)
    public List<OpenInvite> invites(UUID patientId) {
        return invites.open(patientId);
    }

    /** The patient an invite is about. @throws org.carewright.shared.problem.ProblemException 404 without such an invite */
    @Transactional(readOnly = true)
    public UUID patientOf(UUID inviteId) {
        return invites.patientOf(inviteId);
    }

    /** Takes back an invite. @throws org.carewright.shared.problem.ProblemException 404 when it is over */
    @Transactional
    public void withdraw(UUID patientId, UUID inviteId) {
        invites.withdraw(patientId, inviteId);
    }

    /**
     * Gives access to whoever signs in with the address; nobody does: invites them by mail.
     *
     * @param by the account of who gives it
     * @return whether the access is given; else an invite is on its way
     * @throws InvalidFormException naming the fields that are wrong: {@code name}, {@code email}, {@code relation},
     *     {@code level}, {@code endsOn}
     */
    @Transactional
    public boolean give(UUID by, UUID patientId, AccessOffer offer) {
        var now = clock.instant();
        var starts = offer.startsAt() == null || offer.startsAt().isBefore(now) ? now : offer.startsAt();
        var errors = problems(offer, starts);
        var account = accounts.signingInWith(offer.email());
        account.filter(each -> !makeWay(each, patientId)).ifPresent(each -> errors.add(error(EMAIL, "has_access")));
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        if (account.isEmpty()) {
            invites.invite(by, patientId, offer);
            return false;
        }
        grant(account.get(), patientId, offer, starts);
        return true;
    }

    private List<FieldError> problems(AccessOffer offer, Instant starts) {
        var errors = new ArrayList<>(invites.wrongIn(offer.email(), offer.name()));
        if (offer.relation() == null) {
            errors.add(error("relation", "required"));
        }
        if (offer.level() == null) {
            errors.add(error("level", "required"));
        }
        if (offer.endsAt() != null && !offer.endsAt().isAfter(starts)) {
            errors.add(error(ENDS_ON, "ends_before"));
        }
        return errors;
    }

    private void grant(PortalAccount account, UUID patientId, AccessOffer offer, Instant starts) {
        access.grant(new NewGrant(
                account.id(), patientId, offer.level(), offer.relation(), starts, offer.endsAt(), offer.agreed()));
    }

    /** What has expired is closed for good, so that a new access can stand in its place. */
    private boolean makeWay(PortalAccount account, UUID patientId) {
        var standing = access.of(patientId).stream()
                .filter(grant -> grant.accountId().equals(account.id()) && grant.revokedAt() == null)
                .findFirst();
        if (standing.isPresent() && access.state(standing.get()) == State.EXPIRED) {
            access.revoke(patientId, standing.get().id());
            return true;
        }
        return standing.isEmpty();
    }

    private static FieldError error(String field, String code) {
        return new FieldError(field, code, List.of());
    }
}
