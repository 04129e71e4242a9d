package org.carewright.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.carewright.identity.Authorities;
import org.carewright.identity.Role;
import org.carewright.identity.SecondFactorMethod;
import org.carewright.identity.SignInStep;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

@CarewrightTest
class SecondFactorsTests {

    private static final Instant START = Instant.parse("2026-11-23T10:00:15Z");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    SecondFactors factors;

    @Autowired
    Enrolment enrolment;

    @Autowired
    SignInStep step;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private UUID account;
    private byte[] secret;

    @BeforeEach
    void setUpAnApp() {
        time.moveTo(START);
        account = staff.withoutFactor(clinics.open(), Role.RECEPTIONIST).id();
        var begun = factors.begin(account);
        secret = factors.show(account, begun).secret();
        assertThat(factors.confirm(account, begun, Totp.codeAt(secret, START))).isTrue();
    }

    @Test
    void acceptsACodeOnceOnly() {
        time.moveTo(START.plusSeconds(60));
        var code = Totp.codeAt(secret, clock.instant());

        assertThat(factors.use(account, code)).contains(SecondFactorMethod.TOTP);
        assertThat(factors.use(account, code)).isEmpty();
    }

    @Test
    void refusesTheCodeThatConfirmedTheApp() {
        assertThat(factors.use(account, Totp.codeAt(secret, START))).isEmpty();
    }

    @Test
    void refusesAnEarlierCodeAfterALaterOne() {
        time.moveTo(START.plusSeconds(90));

        assertThat(factors.use(account, Totp.codeAt(secret, clock.instant()))).isPresent();
        assertThat(factors.use(account, Totp.codeAt(secret, clock.instant().minusSeconds(30))))
                .isEmpty();
    }

    @Test
    void refusesTheCodeOfAnotherAccount() {
        var other = staff.withoutFactor(clinics.open(), Role.RECEPTIONIST).id();
        time.moveTo(START.plusSeconds(60));

        assertThat(factors.use(other, Totp.codeAt(secret, clock.instant()))).isEmpty();
    }

    @Test
    void acceptsARecoveryCodeOnceOnly() {
        var codes = factors.newRecoveryCodes(account);

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(factors.use(account, codes.get(3))).contains(SecondFactorMethod.RECOVERY_CODE);
        assertThat(factors.use(account, codes.get(3))).isEmpty();
        assertThat(factors.of(account).recoveryCodes()).isEqualTo(9);
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        var old = factors.newRecoveryCodes(account);
        factors.newRecoveryCodes(account);

        assertThat(factors.use(account, old.get(0))).isEmpty();
    }

    @Test
    void limitsAttemptsForAnAccount() {
        for (var attempt = 0; attempt < 10; attempt++) {
            assertThat(factors.use(account, "000000")).isEmpty();
        }

        assertThatThrownBy(() -> factors.use(account, "000000"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("too_many_requests"));
    }

    @Test
    void keepsNoSecretAndNoCodeInClear() {
        var codes = factors.newRecoveryCodes(account);
        var stored = database.queryForObject(
                "select encode(sealed_secret, 'hex') from identity.totp where account_id = ?", String.class, account);
        var hashes = database.queryForList(
                "select convert_from(decode(encode(code_hash, 'hex'), 'escape'), 'UTF8') from identity.recovery_code"
                        + " where account_id = ?",
                String.class,
                account);

        assertThat(stored).doesNotContain(java.util.HexFormat.of().formatHex(secret));
        assertThat(hashes).doesNotContainAnyElementsOf(codes).hasSize(10);
    }

    @Test
    void aSecondAppIsRefused() {
        assertThatThrownBy(() -> factors.begin(account))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("second_factor_exists"));
    }

    /** Code that takes a name for an account's id gets nowhere with someone between the steps. */
    @Test
    void whoIsBetweenTheStepsHasNoNameOfAnAccount() {
        var principal = new StaffPrincipal(account, UUID.randomUUID(), "Test", Set.of(Role.RECEPTIONIST), 0);
        var pending = step.after(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, Authorities.of(principal)));

        assertThatThrownBy(() -> UUID.fromString(pending.getName())).isInstanceOf(IllegalArgumentException.class);
        assertThat(pending.getAuthorities()).extracting("authority").containsExactly(SignInStep.PENDING);
    }

    @Test
    void aResetTakesAllFactorsAway() {
        factors.newRecoveryCodes(account);

        enrolment.reset(account);

        assertThat(factors.of(account)).isEqualTo(new FactorState(false, 0, false, 0));
    }
}
