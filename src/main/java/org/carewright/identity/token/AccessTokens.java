package org.carewright.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Signs and checks tokens (IAM-6): RS256 and nothing else, with issuer, audience, kind and end. A token names account,
 * session and stamp; what the account may do is read anew with each request.
 */
@Component
class AccessTokens {

    static final String AUDIENCE = "carewright-api";
    static final String SESSION = "sid";
    static final String STAMP = "stamp";

    private static final int LONGEST = 4096;

    private final SigningKeys keys;
    private final PublicUrl issuer;
    private final TokenSettings settings;
    private final Clock clock;

    AccessTokens(SigningKeys keys, PublicUrl issuer, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a token is for; one of another kind doesn't pass. */
    enum Kind {
        ACCESS("at+jwt"),
        /** The password was right, the second factor is still to come. */
        CHALLENGE("challenge+jwt");

        private final JOSEObjectType type;

        Kind(String type) {
            this.type = new JOSEObjectType(type);
        }
    }

    /** @param session the family of an access token, any id for a challenge */
    record Claims(UUID account, UUID session, int stamp) {}

    String sign(Kind kind, Claims claims) {
        var key = keys.signing();
        var now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(kind.type)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(issuer.base())
                        .audience(AUDIENCE)
                        .subject(claims.account().toString())
                        .claim(SESSION, claims.session().toString())
                        .claim(STAMP, claims.stamp())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life(kind))))
                        .build());
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
    }

    Duration life(Kind kind) {
        return kind == Kind.ACCESS ? settings.access() : settings.challenge();
    }

    /** What the token says; empty when it isn't ours, is of another kind or has run out. */
    Optional<Claims> check(Kind kind, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var signed = SignedJWT.parse(token);
            return isOurs(kind, signed) ? claims(signed.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key follows from its id alone and the algorithm is fixed: the token chooses neither. */
    private boolean isOurs(Kind kind, SignedJWT token) throws JOSEException {
        var header = token.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())
                || !kind.type.equals(header.getType())
                || header.getCriticalParams() != null) {
            return false;
        }
        var key = keys.verifying(header.getKeyID());
        return key.isPresent() && token.verify(new RSASSAVerifier(key.get()));
    }

    private Optional<Claims> claims(JWTClaimsSet claims) throws ParseException {
        var ends = claims.getExpirationTime();
        var stamp = claims.getIntegerClaim(STAMP);
        var account = claims.getSubject();
        var session = claims.getStringClaim(SESSION);
        var good = Stream.of(ends, stamp, account, session).allMatch(Objects::nonNull)
                && issuer.base().equals(claims.getIssuer())
                && List.of(AUDIENCE).equals(claims.getAudience())
                && clock.instant().isBefore(ends.toInstant());
        return good
                ? Optional.of(new Claims(UUID.fromString(account), UUID.fromString(session), stamp))
                : Optional.empty();
    }
}
