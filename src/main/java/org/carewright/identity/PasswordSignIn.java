package org.carewright.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail address and password at either door, which the attempt's {@link SignInDetails} tell. An unknown address, a wrong password and a closed account get the same answer
 * after the same work, so that nobody learns who works here or is treated here.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /** Hashing takes its time in proportion to the input; nobody's password is longer. */
    private static final int LONGEST_INPUT = 256;

    private final AccountMapper accounts;
    private final PasswordEncoder passwords;
    private final SignInPauses pauses;
    private final SignInStep step;
    private final AccountSetup setup;
    private final ApplicationEventPublisher events;
    private final String nobodysHash;

    PasswordSignIn(
            AccountMapper accounts,
            PasswordEncoder passwords,
            SignInPauses pauses,
            SignInStep step,
            AccountSetup setup,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.pauses = pauses;
        this.step = step;
        this.setup = setup;
        this.events = events;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName().strip();
        var password = String.valueOf(attempt.getCredentials());
        if (email.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT) {
            throw refused();
        }
        var door = door(attempt);
        var login = accounts.login(door.code(), email);
        var pause = pauses.begin(counted(attempt, email), login.map(Login::id).orElse(null));
        if (pause.isPresent()) {
            var seconds = pause.get().toSeconds();
            events.publishEvent(new AccountEvent.Locked(
                    login.map(Login::id).orElse(null),
                    login.map(Login::clinicId).orElse(null),
                    door,
                    seconds));
            throw new TooManyAttemptsException(seconds);
        }
        var matches = passwords.matches(password, login.map(Login::passwordHash).orElse(nobodysHash));
        var found = login.filter(known -> matches && known.account().active())
                .orElseThrow(() -> failed(door, login, matches));
        return signedIn(attempt, found, password);
    }

    private Authentication signedIn(Authentication attempt, Login login, String password) {
        pauses.succeeded(counted(attempt, attempt.getName().strip()), login.id());
        if (attempt.getDetails() instanceof SignInDetails details) {
            details.proven(login.id());
        }
        if (login.clinicId() != null && passwords.upgradeEncoding(login.passwordHash())) {
            setup.upgradeHash(login.clinicId(), login.id(), passwords.encode(password));
        }
        var principal = login.account().toPrincipal();
        events.publishEvent(new AccountEvent.SignedIn(login.id(), login.clinicId(), principal.door()));
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

    private static SignInPauses.Attempt counted(Authentication attempt, String email) {
        return attempt.getDetails() instanceof SignInDetails details
                ? new SignInPauses.Attempt(details.door(), email, details.getRemoteAddress(), details.device())
                : new SignInPauses.Attempt(Door.DESK, email, null, null);
    }

    private BadCredentialsException failed(Door door, Optional<Login> login, boolean matches) {
        var reason = login.isEmpty() ? "unknown" : matches ? "status" : "password";
        events.publishEvent(new AccountEvent.SignInFailed(
                login.map(Login::id).orElse(null), login.map(Login::clinicId).orElse(null), door, reason));
        return refused();
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Sign-in refused");
    }
}
