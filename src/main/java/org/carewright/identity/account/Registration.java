package org.carewright.identity.account;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.Door;
import org.carewright.identity.NewPortalAccount;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Patients and family open an account of their own at a clinic (IAM-2). Nobody learns from an answer whether an address
 * has an account: its owner does, by mail.
 */
@Service
public class Registration {

    private final AccountSetup setup;
    private final AccountChangeMapper accounts;
    private final Tickets tickets;
    private final UnknownAddress unknown;
    private final PasswordRules rules;
    private final PasswordEncoder passwords;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            AccountSetup setup,
            AccountChangeMapper accounts,
            Tickets tickets,
            UnknownAddress unknown,
            PasswordRules rules,
            PasswordEncoder passwords,
            ClinicScope clinic,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.setup = setup;
        this.accounts = accounts;
        this.tickets = tickets;
        this.unknown = unknown;
        this.rules = rules;
        this.passwords = passwords;
        this.clinic = clinic;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What someone typed. @param language a language tag */
    public record Application(String email, String displayName, String password, String language) {}

    /**
     * Opens an account in the clinic in scope, which works once the link in the mail was followed. For an address that
     * has an account already, its owner gets a mail that says so and nothing changes.
     *
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    public void register(Application application) {
        register(application, accountId -> {});
    }

    /**
     * Like {@link #register(Application)}.
     *
     * @param alongside gets the new account's id in the transaction that opens it; not called when the address has an
     *     account already
     */
    public void register(Application application, Consumer<UUID> alongside) {
        check(application).orThrow();
        var hash = passwords.encode(application.password());
        try {
            transaction.executeWithoutResult(status -> alongside.accept(open(application, hash)));
        } catch (DuplicateKeyException e) {
            tellOwner(application.email().strip());
        }
    }

    /** What is wrong with an application; nothing is done. */
    public List<FieldError> problems(Application application) {
        return check(application).list();
    }

    private FieldErrors check(Application application) {
        var fields = new FieldErrors().name(application.displayName()).email(application.email());
        rules.problem(application.password(), application.email(), application.displayName())
                .ifPresent(fields::add);
        return fields;
    }

    private UUID open(Application application, String hash) {
        var id = setup.createPortal(new NewPortalAccount(
                application.email().strip(),
                application.displayName().strip(),
                null,
                application.language(),
                hash,
                false,
                false));
        tickets.issue(
                TicketPurpose.VERIFY_EMAIL, accounts.find(id).orElseThrow().reader(), Tickets.Offer.NONE);
        events.publishEvent(new AccountEvent.Registered(id, clinic.required()));
        return id;
    }

    private void tellOwner(String email) {
        clinic.run(
                accounts.clinicOf(Door.PORTAL.code(), email),
                () -> transaction.executeWithoutResult(status -> accounts.byEmail(Door.PORTAL.code(), email)
                        .ifPresent(owner -> tickets.issue(
                                owner.status().equals(AccountRow.UNVERIFIED)
                                        ? TicketPurpose.VERIFY_EMAIL
                                        : TicketPurpose.ALREADY_REGISTERED,
                                owner.reader(),
                                Tickets.Offer.NONE))));
    }

    /** Sends the verification mail again; the same answer whether or not the address waits for one. */
    public void resend(String email) {
        var clinicId = accounts.clinicOf(Door.PORTAL.code(), email);
        var sent = clinicId != null && clinic.call(clinicId, () -> transaction.execute(status -> resendInScope(email)));
        if (!sent) {
            unknown.pretend(TicketPurpose.VERIFY_EMAIL, Door.PORTAL, email);
        }
    }

    private boolean resendInScope(String email) {
        var waiting = accounts.byEmail(Door.PORTAL.code(), email)
                .filter(account -> account.status().equals(AccountRow.UNVERIFIED));
        waiting.ifPresent(account -> tickets.issue(TicketPurpose.VERIFY_EMAIL, account.reader(), Tickets.Offer.NONE));
        return waiting.isPresent();
    }

    /** The address is theirs: the account works. @throws org.carewright.shared.problem.ProblemException 410 */
    public void verify(String token) {
        tickets.use(token, TicketPurpose.VERIFY_EMAIL, Door.PORTAL, ticket -> {
            verified(ticket.accountId());
            return null;
        });
    }

    /** Throws when the link can't be followed (any more); uses nothing. */
    public void look(String token) {
        tickets.look(token, TicketPurpose.VERIFY_EMAIL, Door.PORTAL);
    }

    /** Whoever reads the mail of that address acts for the account; must run in its clinic's scope. */
    @Transactional
    void verified(UUID accountId) {
        accounts.verifyEmail(accountId, clock.instant());
        events.publishEvent(new AccountEvent.EmailVerified(accountId, clinic.required()));
    }
}
