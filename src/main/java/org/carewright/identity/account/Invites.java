package org.carewright.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.Door;
import org.carewright.identity.NewAccount;
import org.carewright.identity.NewPortalAccount;
import org.carewright.identity.Role;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites bound to an address (IAM-7): whoever reads its mail, and nobody else, can accept, once and within a week. */
@Service
public class Invites {

    private final AccountSetup setup;
    private final AccountChangeMapper accounts;
    private final Tickets tickets;
    private final TicketMapper rows;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invites(
            AccountSetup setup,
            AccountChangeMapper accounts,
            Tickets tickets,
            TicketMapper rows,
            PasswordRules rules,
            PasswordEncoder encoder,
            ClinicService clinics,
            ClinicScope clinic,
            ApplicationEventPublisher events,
            Clock clock) {
        this.setup = setup;
        this.accounts = accounts;
        this.tickets = tickets;
        this.rows = rows;
        this.rules = rules;
        this.encoder = encoder;
        this.clinics = clinics;
        this.clinic = clinic;
        this.events = events;
        this.clock = clock;
    }

    /** An invite that can still be accepted. */
    public record OpenInvite(
            UUID id, String email, String displayName, Set<Role> roles, UUID patientId, Instant expiresAt) {}

    /**
     * Invites somebody to the staff of the clinic in scope.
     *
     * @param by the account that invites; whether it may give those roles is {@link StaffAdministration}'s matter
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    @Transactional
    UUID inviteStaff(String email, String name, Set<Role> roles, UUID by) {
        var fields = new FieldErrors().name(name).email(email);
        if (roles.isEmpty() || roles.contains(Role.OPERATOR)) {
            fields.add("roles", "required");
        }
        // Of an account at another clinic only the address's owner learns, on accepting.
        if (accounts.byEmail(Door.DESK.code(), email.strip()).isPresent()) {
            fields.add(FieldErrors.EMAIL, "email_taken");
        }
        fields.orThrow();
        return issue(Door.DESK, email, name, null, new Tickets.Offer(Role.codes(roles), null, null, by), roles);
    }

    /**
     * Invites the person who shall lead the clinic in scope, on behalf of the platform's operator (PLT-4); everyone else
     * is invited by staff.
     *
     * @param by the operator's account
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    @Transactional
    public UUID inviteManager(String email, String name, UUID by) {
        return inviteStaff(email, name, Set.of(Role.MANAGER), by);
    }

    /**
     * Invites a family member or other carer of a patient of the clinic in scope; with an account already or without.
     * When they accept, {@link AccountEvent.InviteAccepted} tells patient and level to whoever owns portal access.
     *
     * @param patientId null for somebody who shall become a patient
     * @param accessLevel a code of patients' access levels, handed on unread; the caller has checked that {@code by} may
     *     give it
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    @Transactional
    public UUID inviteFamily(String email, String name, UUID patientId, String accessLevel, UUID by) {
        return inviteFamily(email, name, null, patientId, accessLevel, by);
    }

    /**
     * Like {@link #inviteFamily(String, String, UUID, String, UUID)}, in a language.
     *
     * @param language a language tag; null for the one of their account, else the clinic's
     */
    @Transactional
    public UUID inviteFamily(String email, String name, String language, UUID patientId, String accessLevel, UUID by) {
        new FieldErrors().name(name).email(email).orThrow();
        var offer = new Tickets.Offer(new String[0], patientId, accessLevel, by);
        return issue(Door.PORTAL, email, name, language, offer, Set.of());
    }

    private UUID issue(Door door, String email, String name, String language, Tickets.Offer offer, Set<Role> roles) {
        var reader = new Tickets.Reader(null, door, email.strip(), null, name.strip(), language(door, email, language));
        var id = tickets.issue(TicketPurpose.INVITE, reader, offer);
        events.publishEvent(new AccountEvent.Invited(null, clinic.required(), id, door, roles));
        return id;
    }

    private String language(Door door, String email, String wanted) {
        if (wanted != null) {
            return wanted;
        }
        return accounts.byEmail(door.code(), email.strip())
                .map(AccountRow::language)
                .orElseGet(() -> Languages.serving(clinics.current().locale())
                        .orElse(Languages.ENGLISH)
                        .toLanguageTag());
    }

    @Transactional(readOnly = true)
    public List<OpenInvite> open(Door door) {
        return rows.openInvites(door.code(), clock.instant()).stream()
                .map(Invites::toOpen)
                .toList();
    }

    /** What is wrong with a name and an address, for forms that ask for more than these; empty when nothing is. */
    public List<FieldError> wrongIn(String email, String name) {
        return new FieldErrors().name(name).email(email).list();
    }

    /** Those of the invites that can still be accepted, oldest first. */
    @Transactional(readOnly = true)
    public List<OpenInvite> openAmong(Collection<UUID> ids) {
        return rows.openAmong(ids.toArray(UUID[]::new), clock.instant()).stream()
                .map(Invites::toOpen)
                .toList();
    }

    /** @throws ProblemException 404 when there is no such open invite */
    @Transactional
    public void withdraw(UUID id) {
        if (rows.withdraw(id, TicketPurpose.INVITE.code(), clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        events.publishEvent(new AccountEvent.InviteWithdrawn(null, clinic.required(), id));
    }

    /** The invite behind a link. @throws ProblemException 410 when it can't be accepted (any more) */
    public OpenInvite look(Door door, String token) {
        return toOpen(tickets.look(token, TicketPurpose.INVITE, door));
    }

    /**
     * Opens the account the invite offers, for the address it was sent to whatever the visitor says. Somebody who has an
     * account at the portal already accepts with its password.
     *
     * @throws ProblemException 410 when it can't be accepted (any more), 409 {@code account_exists} when the address got
     *     an account meanwhile
     * @throws org.carewright.shared.forms.InvalidFormException when the password doesn't do; the invite still works
     */
    public UUID accept(Door door, String token, String displayName, String password) {
        return tickets.use(token, TicketPurpose.INVITE, door, ticket -> {
            var existing = accounts.byEmail(door.code(), ticket.email());
            var accountId = existing.isPresent() && door == Door.PORTAL
                    ? owner(existing.get(), password)
                    : create(door, ticket, displayName, password);
            events.publishEvent(new AccountEvent.InviteAccepted(
                    accountId, clinic.required(), ticket.id(), ticket.patientId(), ticket.accessLevel()));
            return accountId;
        });
    }

    private UUID owner(AccountRow account, String password) {
        if (account.status().equals(AccountRow.CLOSED)) {
            throw Tickets.over();
        }
        if (password.length() > PasswordRules.LONGEST || !encoder.matches(password, account.passwordHash())) {
            var fields = new FieldErrors();
            fields.add(PasswordRules.FIELD, "password_wrong");
            fields.orThrow();
        }
        accounts.verifyEmail(account.id(), clock.instant());
        return account.id();
    }

    private UUID create(Door door, Ticket ticket, String displayName, String password) {
        var fields = new FieldErrors().name(displayName);
        rules.problem(password, ticket.email(), displayName).ifPresent(fields::add);
        fields.orThrow();
        var hash = encoder.encode(password);
        var name = displayName.strip();
        try {
            return door == Door.DESK
                    ? setup.createStaff(new NewAccount(ticket.email(), name, Role.of(ticket.roles()), hash, false))
                    : setup.createPortal(
                            new NewPortalAccount(ticket.email(), name, null, ticket.language(), hash, true, false));
        } catch (DuplicateKeyException e) {
            throw new ProblemException(HttpStatus.CONFLICT, "account_exists");
        }
    }

    private static OpenInvite toOpen(Ticket ticket) {
        return new OpenInvite(
                ticket.id(),
                ticket.email(),
                ticket.displayName(),
                Role.of(ticket.roles()),
                ticket.patientId(),
                ticket.expiresAt());
    }
}
