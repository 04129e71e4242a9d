package org.carewright.identity.token.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.AppSignIn;
import org.carewright.identity.CurrentAccounts;
import org.carewright.identity.Door;
import org.carewright.identity.factor.SecondFactors;
import org.carewright.identity.factor.SmsCodes;
import org.carewright.identity.token.AppAuthentication;
import org.carewright.identity.token.AppSessions;
import org.carewright.identity.token.Refreshed;
import org.carewright.identity.token.TokenPair;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in from an app, going on and signing out (IAM-6). */
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {

    private final AppSignIn signIn;
    private final AppSessions sessions;
    private final CurrentAccounts accounts;
    private final SecondFactors factors;
    private final SmsCodes texts;

    AuthController(
            AppSignIn signIn, AppSessions sessions, CurrentAccounts accounts, SecondFactors factors, SmsCodes texts) {
        this.factors = factors;
        this.texts = texts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** @param device what the app calls itself, shown in lists of sessions; optional */
    record LoginBody(
            @NotBlank @Size(max = 256) String email,
            @NotBlank @Size(max = 256) String password,
            @Size(max = 60) String device) {

        @Override
        public String toString() {
            return "LoginBody";
        }
    }

    record SecondFactorBody(
            @NotBlank @Size(max = 4096) String challengeToken,
            @NotBlank @Size(max = 40) String code,
            @Size(max = 60) String device) {

        @Override
        public String toString() {
            return "SecondFactorBody";
        }
    }

    record RefreshBody(@NotBlank @Size(max = 100) String refreshToken) {}

    record TokenAnswer(
            String tokenType, String accessToken, long expiresIn, String refreshToken, long refreshExpiresIn) {

        static TokenAnswer of(TokenPair pair) {
            return new TokenAnswer(
                    "Bearer", pair.accessToken(), pair.expiresIn(), pair.refreshToken(), pair.refreshExpiresIn());
        }
    }

    @PostMapping("/staff/login")
    TokenAnswer staffLogin(@Valid @RequestBody LoginBody body, HttpServletRequest http) {
        return login(Door.DESK, body, http);
    }

    @PostMapping("/patient/login")
    TokenAnswer patientLogin(@Valid @RequestBody LoginBody body, HttpServletRequest http) {
        return login(Door.PORTAL, body, http);
    }

    private TokenAnswer login(Door door, LoginBody body, HttpServletRequest http) {
        var person = signIn.check(door, body.email(), body.password(), http);
        if (!person.complete()) {
            throw secondFactor(person);
        }
        return TokenAnswer.of(sessions.start(person.accountId(), person.stamp(), body.device()));
    }

    /** A factor is set up at the door's pages only, where it can be shown and confirmed. */
    private ProblemException secondFactor(AppSignIn.Proven person) {
        if (!factors.of(person.accountId()).enrolled()) {
            return new ProblemException(HttpStatus.FORBIDDEN, "second_factor_setup_required");
        }
        if (factors.of(person.accountId()).smsAlone()) {
            texts.send(person.accountId());
        }
        return new ProblemException(
                HttpStatus.UNAUTHORIZED,
                "second_factor_challenge",
                Map.of(
                        "challengeToken",
                        sessions.challenge(person.accountId(), person.stamp()),
                        "expiresIn",
                        sessions.challengeLife().toSeconds()));
    }

    /** Answers {@code second_factor_challenge} with a code of the authenticator app or of a text message, or a recovery code. */
    @PostMapping("/second-factor")
    TokenAnswer secondFactor(@Valid @RequestBody SecondFactorBody body) {
        var asked = sessions.challenged(body.challengeToken())
                .filter(one -> accounts.current(one.accountId(), one.stamp()).isPresent())
                .orElseThrow(AuthController::invalidToken);
        factors.use(asked.accountId(), body.code())
                .orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "second_factor_wrong"));
        return TokenAnswer.of(sessions.start(asked.accountId(), asked.stamp(), body.device()));
    }

    @PostMapping("/refresh")
    TokenAnswer refresh(@Valid @RequestBody RefreshBody body) {
        var refreshed = sessions.refresh(body.refreshToken());
        if (refreshed instanceof Refreshed.Renewed renewed) {
            return TokenAnswer.of(renewed.tokens());
        }
        throw refreshed instanceof Refreshed.Superseded
                ? new ProblemException(HttpStatus.CONFLICT, "refresh_superseded")
                : invalidToken();
    }

    private static ProblemException invalidToken() {
        return new ProblemException(HttpStatus.UNAUTHORIZED, "invalid_token");
    }

    /** Ends the session of the token that comes with the request. */
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(AppAuthentication caller) {
        sessions.end(UUID.fromString(caller.getName()), caller.family());
    }
}
