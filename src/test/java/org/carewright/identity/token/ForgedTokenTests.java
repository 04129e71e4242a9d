package org.carewright.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.carewright.identity.Role;
import org.carewright.shared.sealing.Sealing;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tokens that someone made or changed; each is one step away from a token that opens. */
@CarewrightTest
class ForgedTokenTests {

    private static final String ME = "/api/v1/auth/me";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    SigningKeys keys;

    @Autowired
    AppSessions sessions;

    @Autowired
    AccessTokens access;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Sealing sealing;

    private ApiClient app;
    private SignedJWT good;
    private RSAKey key;

    @BeforeEach
    void signIn() throws ParseException {
        app = new ApiClient(port);
        key = keys.signing();
        var person = staff.of(clinics.open(), Role.RECEPTIONIST);
        good = SignedJWT.parse(app.login(person).get("accessToken").asText());
    }

    @Test
    void aTokenAsOursOpens() throws Exception {
        assertThat(status(signed(header().build(), claims(c -> c), new RSASSASigner(key))))
                .isEqualTo(200);
    }

    @Test
    void refusesATokenWithoutSignature() throws Exception {
        assertThat(status(new PlainJWT(claims(c -> c)).serialize())).isEqualTo(401);
        var parts = good.serialize().split("\\.");
        assertThat(status(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASharedSecret() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var secret = key.toRSAPublicKey().getEncoded();
        assertThat(status(signed(header, claims(c -> c), new MACSigner(secret))))
                .isEqualTo(401);
    }

    @Test
    void refusesAnotherRsaAlgorithm() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        assertThat(status(signed(header, claims(c -> c), new RSASSASigner(key))))
                .isEqualTo(401);
    }

    @Test
    void refusesAnotherKeyAlsoWhenTheTokenBringsIt() throws Exception {
        var other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        assertThat(status(signed(header().build(), claims(c -> c), new RSASSASigner(other))))
                .isEqualTo(401);
        var withKey = header().jwk(other.toPublicJWK()).build();
        assertThat(status(signed(withKey, claims(c -> c), new RSASSASigner(other))))
                .isEqualTo(401);
        var unknown = header().keyID(UUID.randomUUID().toString()).build();
        assertThat(status(signed(unknown, claims(c -> c), new RSASSASigner(key))))
                .isEqualTo(401);
    }

    @Test
    void refusesAnotherAudienceIssuerKindOrEnd() throws Exception {
        assertThat(changed(c -> c.audience("another-api"))).isEqualTo(401);
        assertThat(changed(c -> c.issuer("https://elsewhere.example"))).isEqualTo(401);
        assertThat(changed(c -> c.expirationTime(Date.from(clock.instant().minusSeconds(1)))))
                .isEqualTo(401);
        assertThat(changed(c -> c.expirationTime(null))).isEqualTo(401);
        assertThat(changed(c -> c.claim("sid", UUID.randomUUID().toString()))).isEqualTo(401);
        assertThat(changed(c -> c.claim("stamp", 987))).isEqualTo(401);
        assertThat(changed(c -> c.subject(UUID.randomUUID().toString()))).isEqualTo(401);
        assertThat(changed(c -> c)).isEqualTo(200);
        var plainType = header().type(JOSEObjectType.JWT).build();
        assertThat(status(signed(plainType, claims(c -> c), new RSASSASigner(key))))
                .isEqualTo(401);
    }

    @Test
    void refusesAChallengeInPlaceOfAToken() throws Exception {
        var challenge =
                sessions.challenge(UUID.fromString(good.getJWTClaimsSet().getSubject()), 0);

        assertThat(sessions.challenged(challenge)).isPresent();
        assertThat(status(challenge)).isEqualTo(401);
    }

    @Test
    void refusesChangedAndBrokenTokens() {
        assertThat(status(good.serialize())).isEqualTo(200);
        assertThat(status(good.serialize().replaceFirst("\\.e", ".f"))).isEqualTo(401);
        assertThat(status("a.b.c")).isEqualTo(401);
        assertThat(status("a." + "b".repeat(5000) + ".c")).isEqualTo(401);
        assertThat(status("nothing")).isEqualTo(401);
    }

    @Test
    void anOldKeyVerifiesUntilItsTimeIsOver() throws Exception {
        var old = new RSAKeyGenerator(2048).generate();
        var token = SignedJWT.parse(signed(
                header().keyID(stored(old, clock.instant().plusSeconds(60))).build(),
                claims(c -> c),
                new RSASSASigner(old)));
        var tooOld = signed(
                header().keyID(stored(old, clock.instant().minusSeconds(1))).build(),
                claims(c -> c),
                new RSASSASigner(old));

        assertThat(keys.signing().getKeyID()).isEqualTo(key.getKeyID());
        assertThat(status(token.serialize())).isEqualTo(200);
        assertThat(status(tooOld)).isEqualTo(401);
        assertThat(app.get("/.well-known/jwks.json").body())
                .contains(token.getHeader().getKeyID(), key.getKeyID())
                .doesNotContain("\"d\"");
    }

    @Test
    void thePrivateHalfIsSealed() throws JOSEException {
        var stored = database.queryForObject(
                "select sealed_private_key from identity.signing_key where kid = ?::uuid",
                byte[].class,
                key.getKeyID());
        var plain = key.toPrivateKey().getEncoded();

        assertThat(stored).isNotEqualTo(plain);
        assertThat(sealing.openForPlatform("signing-key:" + key.getKeyID(), stored))
                .isEqualTo(plain);
    }

    /** A key whose turn is over. @return its id */
    private String stored(RSAKey old, Instant verifiesUntil) throws JOSEException {
        var kid = UUID.randomUUID();
        database.update(
                "insert into identity.signing_key values (?, ?, ?, ?, ?, ?)",
                kid,
                old.toRSAPublicKey().getEncoded(),
                new byte[1],
                java.sql.Timestamp.from(verifiesUntil.minusSeconds(9000)),
                java.sql.Timestamp.from(verifiesUntil.minusSeconds(900)),
                java.sql.Timestamp.from(verifiesUntil));
        return kid.toString();
    }

    private int changed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return status(signed(header().build(), claims(change), new RSASSASigner(key)));
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) throws ParseException {
        return change.apply(new JWTClaimsSet.Builder(good.getJWTClaimsSet())).build();
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(good.getHeader());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private int status(String token) {
        return app.with(token).get(ME).statusCode();
    }
}
