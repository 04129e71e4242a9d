package org.carewright.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.shared.problem.ProblemException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Service;

/** People as they are now, whatever they were when they signed in. */
@Service
public class CurrentAccounts {

    private final AccountMapper accounts;

    CurrentAccounts(AccountMapper accounts) {
        this.accounts = accounts;
    }

    /** Someone with what they may do now. */
    public record Current(AccountPrincipal principal, List<? extends GrantedAuthority> authorities) {}

    /** The account, unless it was closed or anything about it that signs out has changed since that stamp. */
    public Optional<Current> current(UUID accountId, int stamp) {
        return accounts.byId(accountId)
                .filter(Account::active)
                .filter(account -> account.securityStamp() == stamp)
                .map(Account::toPrincipal)
                .map(person -> new Current(person, Authorities.of(person)));
    }

    /** The account's clinic; null for operators. @throws ProblemException 404 when there is no such account */
    public UUID clinicOf(UUID accountId) {
        // Not map: an operator's clinic is null.
        return accounts.byId(accountId).orElseThrow(ProblemException::notFound).clinicId();
    }
}
