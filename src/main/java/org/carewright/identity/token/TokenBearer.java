package org.carewright.identity.token;

import java.time.Clock;
import java.util.Optional;
import org.carewright.identity.Bearer;
import org.carewright.identity.CurrentAccounts;
import org.carewright.identity.token.AccessTokens.Claims;
import org.carewright.identity.token.AccessTokens.Kind;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets in who brings an access token whose session goes on and whose account is as it was. */
@Component
class TokenBearer implements Bearer {

    private final AccessTokens access;
    private final TokenMapper tokens;
    private final CurrentAccounts accounts;
    private final Clock clock;

    TokenBearer(AccessTokens access, TokenMapper tokens, CurrentAccounts accounts, Clock clock) {
        this.access = access;
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public boolean knows(String credential) {
        return credential.indexOf('.') > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Authentication> authenticate(String credential) {
        return access.check(Kind.ACCESS, credential)
                .filter(claims -> tokens.lives(claims.session(), claims.account(), clock.instant()))
                .flatMap(this::signedIn);
    }

    private Optional<Authentication> signedIn(Claims claims) {
        return accounts.current(claims.account(), claims.stamp())
                .map(person -> new AppAuthentication(person.principal(), person.authorities(), claims.session()));
    }
}
