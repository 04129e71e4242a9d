package org.carewright.identity;

import java.util.Locale;
import java.util.UUID;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.RateLimits;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail address and password at either door, which the attempt's {@link SignInDetails} tell. An unknown address, a wrong password and a closed account get the same answer
 * after the same work, so that nobody learns who works here or is treated here.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    static final String PER_ADDRESS = "sign-in-address";
    static final String PER_ACCOUNT = "sign-in-account";

    /** Hashing takes its time in proportion to the input; nobody's password is longer. */
    private static final int LONGEST_INPUT = 256;

    private final AccountMapper accounts;
    private final PasswordEncoder passwords;
    private final RateLimits limits;
    private final SignInStep step;
    private final String nobodysHash;

    PasswordSignIn(AccountMapper accounts, PasswordEncoder passwords, RateLimits limits, SignInStep step) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.step = step;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName().strip();
        var password = String.valueOf(attempt.getCredentials());
        if (email.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT) {
            throw refused();
        }
        countAttempt(attempt, email);
        var login = accounts.login(door(attempt).code(), email);
        var matches = passwords.matches(password, login.map(Login::passwordHash).orElse(nobodysHash));
        var principal = login.map(Login::account)
                .filter(found -> matches && found.active())
                .map(Account::toPrincipal)
                .orElseThrow(PasswordSignIn::refused);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, Authorities.of(principal));
        signedIn.setDetails(attempt.getDetails());
        return step.after(signedIn);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static Door door(Authentication attempt) {
        return attempt.getDetails() instanceof SignInDetails details ? details.door() : Door.DESK;
    }

    private void countAttempt(Authentication attempt, String email) {
        try {
            if (attempt.getDetails() instanceof WebAuthenticationDetails web) {
                limits.take(PER_ADDRESS, web.getRemoteAddress());
            }
            limits.take(PER_ACCOUNT, email.toLowerCase(Locale.ROOT));
        } catch (ProblemException e) {
            throw new TooManyAttemptsException(e.properties().get(RateLimits.RETRY_AFTER_SECONDS));
        }
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Sign-in refused");
    }
}
