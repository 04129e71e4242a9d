package org.carewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/** Signing in without a page: the same checks and limits, with problems for answers. */
@Service
public class AppSignIn {

    private final PasswordSignIn passwords;
    private final AccountMapper accounts;

    AppSignIn(PasswordSignIn passwords, AccountMapper accounts) {
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * Whose password was right.
     *
     * @param complete whether that is enough; otherwise a second factor is still to come
     */
    public record Proven(UUID accountId, int stamp, boolean complete) {}

    /**
     * Checks a password at a door.
     *
     * @param request where the attempt comes from: its address is counted
     * @throws ProblemException 401 {@code bad_credentials}, the same whether the account exists or not; 429
     */
    public Proven check(Door door, String email, String password, HttpServletRequest request) {
        try {
            var attempt = UsernamePasswordAuthenticationToken.unauthenticated(email, password);
            attempt.setDetails(new SignInDetails(door, request));
            var signedIn = passwords.authenticate(attempt);
            var pending = signedIn instanceof SignInStep.Pending;
            var account = accounts.byId(accountId(signedIn)).orElseThrow(AppSignIn::refused);
            return new Proven(account.id(), account.securityStamp(), !pending);
        } catch (TooManyAttemptsException tooMany) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too_many_requests",
                    Map.of(RateLimits.RETRY_AFTER_SECONDS, Long.valueOf(tooMany.retryAfterSeconds())));
        } catch (AuthenticationException refused) {
            throw refused();
        }
    }

    private static UUID accountId(Authentication person) {
        return person instanceof SignInStep.Pending pending ? pending.accountId() : UUID.fromString(person.getName());
    }

    private static ProblemException refused() {
        return new ProblemException(HttpStatus.UNAUTHORIZED, "bad_credentials");
    }
}
