package org.carewright.identity.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.factor.Enrolment;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works at the clinic in scope and as what (IAM-7). A clinic always keeps someone who leads; nobody gives, takes or
 * touches a right above their own; nobody changes their own roles or closes their own account.
 */
@Service
public class StaffAdministration {

    private final AccountChangeMapper accounts;
    private final Invites invites;
    private final ClinicScope clinic;
    private final ApplicationEventPublisher events;
    private final Enrolment factors;

    StaffAdministration(
            AccountChangeMapper accounts,
            Invites invites,
            ClinicScope clinic,
            ApplicationEventPublisher events,
            Enrolment factors) {
        this.accounts = accounts;
        this.invites = invites;
        this.clinic = clinic;
        this.events = events;
        this.factors = factors;
    }

    /** Someone of the staff. @param closed whether the account was closed */
    public record Colleague(
            UUID id, String displayName, String email, Set<Role> roles, boolean closed, Instant since) {}

    @Transactional(readOnly = true)
    public List<Colleague> all() {
        return accounts.staff().stream()
                .map(row -> new Colleague(
                        row.id(),
                        row.displayName(),
                        row.email(),
                        Role.of(row.roles()),
                        row.status().equals(AccountRow.CLOSED),
                        row.createdAt()))
                .toList();
    }

    /**
     * The roles someone may give and take: a manager every role of the clinic, a clinic administrator all but the
     * manager's.
     */
    public static Set<Role> inReachOf(StaffPrincipal by) {
        var roles = EnumSet.complementOf(EnumSet.of(Role.OPERATOR));
        if (!by.has(Role.MANAGER)) {
            roles.remove(Role.MANAGER);
        }
        return by.has(Role.MANAGER) || by.has(Role.CLINIC_ADMIN) ? roles : Set.of();
    }

    /** @throws ProblemException 403 {@code above_own_rights} for a role out of reach */
    @Transactional
    public UUID invite(StaffPrincipal by, String email, String name, Set<Role> roles) {
        requireReach(by, roles);
        return invites.inviteStaff(email, name, roles, by.accountId());
    }

    /**
     * @throws ProblemException 404 for someone who doesn't work here, 403 {@code above_own_rights}, 409
     *     {@code own_account} or {@code last_leader}
     */
    @Transactional
    public void changeRoles(StaffPrincipal by, UUID id, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new ProblemException(HttpStatus.CONFLICT, "role_needed");
        }
        requireReach(by, roles);
        var before = Role.of(changeable(by, id).roles());
        requireLeaderWithout(id, roles);
        if (!before.equals(roles)) {
            accounts.changeRoles(id, Role.codes(roles));
            events.publishEvent(new AccountEvent.RolesChanged(id, clinic.required(), before, roles));
        }
    }

    /** Ends someone's sign-in, at once. @throws ProblemException as {@link #changeRoles} */
    @Transactional
    public void close(StaffPrincipal by, UUID id) {
        var account = changeable(by, id);
        requireLeaderWithout(id, Set.of());
        if (!account.status().equals(AccountRow.CLOSED)) {
            accounts.changeStatus(id, AccountRow.CLOSED);
            events.publishEvent(new AccountEvent.Closed(id, clinic.required()));
        }
    }

    /** @throws ProblemException as {@link #changeRoles} */
    @Transactional
    public void reopen(StaffPrincipal by, UUID id) {
        if (changeable(by, id).status().equals(AccountRow.CLOSED)) {
            accounts.changeStatus(id, AccountRow.ACTIVE);
            events.publishEvent(new AccountEvent.Reopened(id, clinic.required()));
        }
    }

    /** Ends all sessions and tokens of someone, also of oneself. @throws ProblemException 404, 403 */
    @Transactional
    public void signOutEverywhere(StaffPrincipal by, UUID id) {
        var account = colleague(id);
        if (!id.equals(by.accountId())) {
            requireReach(by, Role.of(account.roles()));
        }
        accounts.moveStamp(id);
        events.publishEvent(new AccountEvent.SignedOutEverywhere(id, clinic.required()));
    }

    /**
     * Takes the second factor away from someone who has lost it, and ends their sessions; the next sign-in sets up a new
     * one where the role needs it (IAM-4).
     *
     * @throws ProblemException 404, 403 also for oneself: who has it can change it, who hasn't asks a colleague
     */
    @Transactional
    public void resetSecondFactor(StaffPrincipal by, UUID id) {
        changeable(by, id);
        factors.reset(id);
        accounts.moveStamp(id);
        events.publishEvent(new AccountEvent.SignedOutEverywhere(id, clinic.required()));
    }

    /** @throws ProblemException 404 */
    @Transactional
    public void withdrawInvite(StaffPrincipal by, UUID inviteId) {
        if (invites.open(Door.DESK).stream()
                .noneMatch(
                        invite -> invite.id().equals(inviteId) && inReachOf(by).containsAll(invite.roles()))) {
            throw ProblemException.notFound();
        }
        invites.withdraw(inviteId);
    }

    private AccountRow changeable(StaffPrincipal by, UUID id) {
        // First everyone who leads, in one order: of two who close each other's account one waits here.
        accounts.lockLeaders();
        var account = colleague(id);
        if (id.equals(by.accountId())) {
            throw new ProblemException(HttpStatus.CONFLICT, "own_account");
        }
        requireReach(by, Role.of(account.roles()));
        return account;
    }

    private AccountRow colleague(UUID id) {
        return accounts.lock(id)
                .filter(row -> row.door().equals(Door.DESK.code()))
                .orElseThrow(ProblemException::notFound);
    }

    private static void requireReach(StaffPrincipal by, Set<Role> roles) {
        if (!inReachOf(by).containsAll(roles)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "above_own_rights");
        }
    }

    private void requireLeaderWithout(UUID id, Set<Role> roles) {
        var leadsOn = roles.stream().anyMatch(Role.LEADING::contains);
        if (!leadsOn && accounts.lockLeaders().stream().allMatch(id::equals)) {
            throw new ProblemException(HttpStatus.CONFLICT, "last_leader");
        }
    }
}
