package org.carewright.identity.account;

import java.util.Set;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see and change of their own accounts: name and language, nothing that gives rights (IAM-6). */
@Service
public class OwnAccount {

    private final AccountChangeMapper accounts;
    private final OperatorMapper operators;
    private final ApplicationEventPublisher events;

    OwnAccount(AccountChangeMapper accounts, OperatorMapper operators, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.operators = operators;
        this.events = events;
    }

    /**
     * One's own account.
     *
     * @param clinicId null for operators
     * @param language a language tag
     */
    public record Profile(
            UUID accountId,
            UUID clinicId,
            Door door,
            String email,
            String displayName,
            String language,
            Set<Role> roles) {}

    /** @throws ProblemException 404 when the account is gone */
    @Transactional(readOnly = true)
    public Profile of(AccountPrincipal person) {
        if (person.clinicId() == null) {
            var row = operators.find(person.accountId()).orElseThrow(ProblemException::notFound);
            return new Profile(
                    row.id(), null, Door.DESK, row.email(), row.displayName(), row.language(), Set.of(Role.OPERATOR));
        }
        var row = accounts.find(person.accountId()).orElseThrow(ProblemException::notFound);
        return new Profile(
                row.id(),
                person.clinicId(),
                Door.of(row.door()),
                row.email(),
                row.displayName(),
                row.language(),
                Role.of(row.roles()));
    }

    /**
     * Changes name and language.
     *
     * @param language one of the languages there are texts in, as a language tag
     * @throws org.carewright.shared.forms.InvalidFormException naming the fields that are wrong
     */
    @Transactional
    public Profile change(AccountPrincipal person, String displayName, String language) {
        var fields = new FieldErrors().name(displayName);
        if (Languages.offered(language).isEmpty()) {
            fields.add("language", "not_an_option");
        }
        fields.orThrow();
        var name = displayName.strip();
        if (person.clinicId() == null) {
            operators.changeProfile(person.accountId(), name, language);
        } else {
            accounts.changeProfile(person.accountId(), name, language);
        }
        events.publishEvent(new AccountEvent.ProfileChanged(person.accountId(), person.clinicId()));
        return of(person);
    }
}
