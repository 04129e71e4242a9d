package org.carewright.identity;

import java.util.Arrays;
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

    /** What an account tells about itself. @param clinicId null for operators */
    public record Profile(UUID accountId, UUID clinicId, String door, String displayName, List<String> roles) {}

    /** The account, unless it was closed or anything about it that signs out has changed since that stamp. */
    public Optional<Current> current(UUID accountId, int stamp) {
        return accounts.byId(accountId)
                .filter(Account::active)
                .filter(account -> account.securityStamp() == stamp)
                .map(Account::toPrincipal)
                .map(person -> new Current(person, Authorities.of(person)));
    }

    /** @throws ProblemException 404 when there is no such account */
    public Profile profile(UUID accountId) {
        return accounts.byId(accountId)
                .map(account -> new Profile(
                        account.id(),
                        account.clinicId(),
                        account.door(),
                        account.displayName(),
                        Arrays.asList(account.roles())))
                .orElseThrow(ProblemException::notFound);
    }
}
