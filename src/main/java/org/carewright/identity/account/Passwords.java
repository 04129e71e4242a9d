package org.carewright.identity.account;

import java.util.List;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.Door;
import org.carewright.identity.SignInPauses;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgotten and changed passwords (IAM-2); a new one ends all sessions of the account and lifts its pauses. */
@Service
public class Passwords {

    /** The form field of the password that counts so far. */
    public static final String CURRENT = "current";

    private final AccountChangeMapper accounts;
    private final OperatorMapper operators;
    private final Tickets tickets;
    private final UnknownAddress unknown;
    private final Registration registration;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final SignInPauses pauses;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Passwords(
            AccountChangeMapper accounts,
            OperatorMapper operators,
            Tickets tickets,
            UnknownAddress unknown,
            Registration registration,
            PasswordRules rules,
            PasswordEncoder encoder,
            SignInPauses pauses,
            ClinicScope clinic,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.operators = operators;
        this.tickets = tickets;
        this.unknown = unknown;
        this.registration = registration;
        this.rules = rules;
        this.encoder = encoder;
        this.pauses = pauses;
        this.clinic = clinic;
        this.transaction = transaction;
        this.events = events;
    }

    /** Mails a link for a new password; the same answer, after the same work, whether or not the address has an account. */
    public void forgot(Door door, String typed) {
        var email = typed.strip();
        var clinicId = accounts.clinicOf(door.code(), email);
        var sent =
                clinicId != null && clinic.call(clinicId, () -> transaction.execute(status -> sendLink(door, email)));
        if (!sent) {
            unknown.pretend(TicketPurpose.RESET_PASSWORD, door, email);
        }
    }

    private boolean sendLink(Door door, String email) {
        var open = accounts.byEmail(door.code(), email)
                .filter(account -> !account.status().equals(AccountRow.CLOSED));
        open.ifPresent(account -> {
            tickets.issue(TicketPurpose.RESET_PASSWORD, account.reader(), Tickets.Offer.NONE);
            events.publishEvent(new AccountEvent.PasswordResetAsked(account.id(), clinic.required()));
        });
        return open.isPresent();
    }

    /** @throws ProblemException 410 when the link can't be followed (any more) */
    public void look(Door door, String token) {
        tickets.look(token, TicketPurpose.RESET_PASSWORD, door);
    }

    /**
     * Sets the password by a link; who could read the mail has the address, so it counts as verified.
     *
     * @throws ProblemException 410 when the link can't be followed (any more)
     * @throws InvalidFormException when the password doesn't do; the link still works
     */
    public void reset(Door door, String token, String password) {
        tickets.use(token, TicketPurpose.RESET_PASSWORD, door, ticket -> {
            var account = accounts.lock(ticket.accountId())
                    .filter(row -> !row.status().equals(AccountRow.CLOSED))
                    .orElseThrow(Tickets::over);
            rules.check(password, account.email(), account.displayName());
            accounts.changePassword(account.id(), encoder.encode(password));
            pauses.lift(door, account.email(), account.id());
            if (account.emailVerifiedAt() == null) {
                registration.verified(account.id());
            }
            tickets.issue(TicketPurpose.PASSWORD_CHANGED, account.reader(), Tickets.Offer.NONE);
            events.publishEvent(new AccountEvent.PasswordReset(account.id(), clinic.required()));
            return null;
        });
    }

    /**
     * Changes the password of whoever is signed in. Operators get no mail about it: mails are sent by clinics.
     *
     * @throws InvalidFormException when the current password is wrong or the new one doesn't do
     */
    @Transactional
    public void change(AccountPrincipal person, String current, String password) {
        if (person.clinicId() == null) {
            var operator = operators.find(person.accountId()).orElseThrow(ProblemException::notFound);
            check(current, operator.passwordHash());
            rules.check(password, operator.email(), operator.displayName());
            operators.changePassword(operator.id(), encoder.encode(password));
        } else {
            var account = accounts.lock(person.accountId()).orElseThrow(ProblemException::notFound);
            check(current, account.passwordHash());
            rules.check(password, account.email(), account.displayName());
            accounts.changePassword(account.id(), encoder.encode(password));
            tickets.issue(TicketPurpose.PASSWORD_CHANGED, account.reader(), Tickets.Offer.NONE);
        }
        events.publishEvent(new AccountEvent.PasswordChanged(person.accountId(), person.clinicId()));
    }

    private void check(String current, String hash) {
        if (current.length() > PasswordRules.LONGEST || !encoder.matches(current, hash)) {
            throw new InvalidFormException(List.of(new FieldError(CURRENT, "password_wrong", List.of())));
        }
    }
}
