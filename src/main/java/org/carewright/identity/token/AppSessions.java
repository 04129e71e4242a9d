package org.carewright.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.CurrentAccounts;
import org.carewright.identity.token.AccessTokens.Claims;
import org.carewright.identity.token.AccessTokens.Kind;
import org.carewright.identity.token.Refreshed.Refused;
import org.carewright.identity.token.Refreshed.Renewed;
import org.carewright.identity.token.Refreshed.Reused;
import org.carewright.identity.token.Refreshed.Superseded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions of apps (IAM-6). Each sign-in starts a family of tokens: short access tokens, and refresh tokens of which
 * each is good once. A refresh token that comes twice was stolen, from or by whoever came first, so the whole family
 * ends; only in the first seconds it is taken for a twin request, which gets nothing but ends nothing either. A change
 * of the account's password, roles or status ends its families with the next request, as sessions do.
 */
@Service
public class AppSessions {

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 100;

    private final TokenMapper tokens;
    private final AccessTokens access;
    private final CurrentAccounts accounts;
    private final TokenSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AppSessions(
            TokenMapper tokens,
            AccessTokens access,
            CurrentAccounts accounts,
            TokenSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.accounts = accounts;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Starts a session for someone who has just proved who they are.
     *
     * @param device what the app calls itself, at most 60 characters, may be null
     */
    @Transactional
    public TokenPair start(UUID accountId, int stamp, String device) {
        var now = clock.instant();
        var family = UUID.randomUUID();
        tokens.deleteOldFamilies(accountId, now);
        tokens.insertFamily(family, accountId, stamp, device, now, now.plus(settings.session()));
        events.publishEvent(new AccountEvent.AppSessionStarted(accountId, accounts.clinicOf(accountId), family));
        return pair(new Claims(accountId, family, stamp), now.plus(settings.session()), now);
    }

    /** Goes on with a session. What a refused token did is kept, so no exception here. */
    @Transactional
    public Refreshed refresh(String refreshToken) {
        var now = clock.instant();
        if (refreshToken.length() > LONGEST) {
            return new Refused();
        }
        var hash = hash(refreshToken);
        return tokens.lock(hash).map(token -> refresh(token, hash, now)).orElseGet(Refused::new);
    }

    private Refreshed refresh(RefreshToken token, byte[] hash, Instant now) {
        if (token.isOver(now)) {
            return new Refused();
        }
        if (token.usedAt() != null) {
            return usedBefore(token, now);
        }
        if (accounts.current(token.accountId(), token.stamp()).isEmpty()) {
            tokens.end(token.familyId(), "signed_out", now);
            return new Refused();
        }
        tokens.markUsed(hash, now);
        tokens.deleteExpiredTokens(token.familyId(), now);
        var claims = new Claims(token.accountId(), token.familyId(), token.stamp());
        return new Renewed(pair(claims, token.endsAt(), now));
    }

    private Refreshed usedBefore(RefreshToken token, Instant now) {
        if (now.isBefore(token.usedAt().plus(settings.superseded()))) {
            return new Superseded();
        }
        tokens.end(token.familyId(), "reused", now);
        var owner = token.accountId();
        events.publishEvent(new AccountEvent.RefreshTokenReused(owner, accounts.clinicOf(owner), token.familyId()));
        return new Reused();
    }

    /** Ends the session the token belongs to, if there is one. @param accountId whose session it is */
    @Transactional
    public void end(UUID accountId, UUID family) {
        tokens.end(family, "signed_out", clock.instant());
        events.publishEvent(new AccountEvent.AppSessionEnded(accountId, accounts.clinicOf(accountId), family));
    }

    /** Ends all of the account's sessions in apps. */
    @Transactional
    public void endAll(UUID accountId) {
        tokens.endAll(accountId, clock.instant());
    }

    /** A token that says: the password was right, the second factor is still to come. */
    public String challenge(UUID accountId, int stamp) {
        return access.sign(Kind.CHALLENGE, new Claims(accountId, UUID.randomUUID(), stamp));
    }

    /** Whose challenge it is; empty when it isn't ours or has run out. */
    public Optional<Challenged> challenged(String challengeToken) {
        return access.check(Kind.CHALLENGE, challengeToken)
                .map(claims -> new Challenged(claims.account(), claims.stamp()));
    }

    /** Who was asked for a second factor, and with which stamp. */
    public record Challenged(UUID accountId, int stamp) {}

    /** How long a challenge can be answered. */
    public Duration challengeLife() {
        return access.life(Kind.CHALLENGE);
    }

    private TokenPair pair(Claims claims, Instant familyEnds, Instant now) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var refreshToken = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var whole = now.plus(settings.refresh());
        var expires = whole.isAfter(familyEnds) ? familyEnds : whole;
        tokens.insertToken(hash(refreshToken), claims.session(), expires);
        return new TokenPair(
                claims.account(),
                access.sign(Kind.ACCESS, claims),
                settings.access().toSeconds(),
                refreshToken,
                Duration.between(now, expires).toSeconds());
    }

    /** A random secret needs no slow hash. */
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
