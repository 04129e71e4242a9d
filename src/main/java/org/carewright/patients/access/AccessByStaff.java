package org.carewright.patients.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private final Clock clock;

    AccessByStaff(PatientAccess access, PortalAccounts accounts, Clock clock) {
        this.access = access;
        this.accounts = accounts;
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

    /**
     * Gives access to whoever signs in with the address.
     *
     * @throws InvalidFormException naming the fields that are wrong: {@code email}, {@code relation}, {@code level},
     *     {@code endsOn}
     */
    @Transactional
    public void give(UUID patientId, AccessOffer offer) {
        var errors = new ArrayList<FieldError>();
        if (offer.relation() == null) {
            errors.add(error("relation", "required"));
        }
        if (offer.level() == null) {
            errors.add(error("level", "required"));
        }
        var now = clock.instant();
        var starts = offer.startsAt() == null || offer.startsAt().isBefore(now) ? now : offer.startsAt();
        if (offer.endsAt() != null && !offer.endsAt().isAfter(starts)) {
            errors.add(error(ENDS_ON, "ends_before"));
        }
        var account = accounts.signingInWith(offer.email());
        if (account.isEmpty()) {
            errors.add(error(EMAIL, offer.email().isBlank() ? "required" : "no_account"));
        }
        account.filter(each -> !makeWay(each, patientId)).ifPresent(each -> errors.add(error(EMAIL, "has_access")));
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        grant(account.orElseThrow(), patientId, offer, starts);
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
