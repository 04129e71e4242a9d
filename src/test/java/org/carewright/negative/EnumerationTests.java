package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.carewright.identity.AppSignIn;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.account.AccountMessageRequested;
import org.carewright.identity.account.Passwords;
import org.carewright.identity.account.Registration;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.HashCounter;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * Nobody learns from the time of an answer whether an address has an account (IAM-7). Time itself is no test: a busy
 * machine fails it and a quiet one hides a leak below its noise. What takes the time is counted: password hashes (some
 * 50 ms each), statements, and messages, each of which starts a process.
 */
@CarewrightTest
@RecordApplicationEvents
class EnumerationTests {

    private static final String WRONG = "not the right pass phrase";
    private static final String GOOD = "violet otter nine lanterns";
    /** Somebody in five hundred clears up old counts on their way, so the least of a few counts. */
    private static final int ATTEMPTS = 3;
    /** Of about ten; each is some tenths of a millisecond, below the noise of a network. */
    private static final int STATEMENTS_APART = 3;

    @Autowired
    AppSignIn signIn;

    @Autowired
    Passwords passwords;

    @Autowired
    Registration registration;

    @Autowired
    Onboarding onboarding;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    HashCounter hashes;

    @Autowired
    StatementCounter statements;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
    }

    @Test
    void countsTheHashesThatThereAre() {
        var known = staff.of(clinic, Role.RECEPTIONIST).email();

        assertThat(hashes.during(
                        () -> signIn.check(Door.DESK, known, TestStaff.PASSWORD, new MockHttpServletRequest())))
                .isOne();
        assertThat(hashes.during(() -> passwords.forgot(Door.DESK, known))).isZero();
    }

    @Test
    void refusingASignInTakesTheSameWorkForEveryAddress() {
        for (var door : Door.values()) {
            var known = work(() -> someone(door), email -> refused(door, email));
            var unknown = work(EnumerationTests::nobody, email -> refused(door, email));
            var closed = work(() -> closed(door), email -> refused(door, email));

            assertThat(known.hashes()).isOne();
            assertSame(known, unknown);
            assertSame(known, closed);
        }
    }

    @Test
    void aForgottenPasswordTakesTheSameWorkForEveryAddress() {
        for (var door : Door.values()) {
            var known = work(() -> someone(door), email -> passwords.forgot(door, email));

            assertThat(known.messages()).isOne();
            assertSame(known, work(EnumerationTests::nobody, email -> passwords.forgot(door, email)));
            assertSame(known, work(() -> closed(door), email -> passwords.forgot(door, email)));
        }
    }

    @Test
    void registeringTakesTheSameWorkForEveryAddress() {
        var known = work(() -> someone(Door.PORTAL), this::register);

        assertThat(known.hashes()).isOne();
        assertThat(known.messages()).isOne();
        assertSame(known, work(EnumerationTests::nobody, this::register));
    }

    @Test
    void registeringAtTheQrPageTakesTheSameWorkForEveryAddress() {
        var known = work(() -> someone(Door.PORTAL), this::registerAtQrPage);

        assertThat(known.hashes()).isOne();
        assertThat(known.messages()).isOne();
        assertSame(known, work(EnumerationTests::nobody, this::registerAtQrPage));
    }

    private void registerAtQrPage(String email) {
        var details = TestOnboarding.details();
        details.put("email", email);
        scope.run(clinic.id(), () -> onboarding.register(details, GOOD, "en"));
    }

    @Test
    void askingForAnotherVerificationMailTakesTheSameWorkForEveryAddress() {
        var known = work(() -> someone(Door.PORTAL), registration::resend);

        assertThat(known.messages()).isOne();
        assertSame(known, work(EnumerationTests::nobody, registration::resend));
    }

    private record Work(int hashes, int statements, long messages) {}

    private static void assertSame(Work known, Work other) {
        assertThat(other.hashes()).isEqualTo(known.hashes());
        assertThat(other.messages()).isEqualTo(known.messages());
        assertThat(Math.abs(other.statements() - known.statements()))
                .as(known + " and " + other)
                .isLessThanOrEqualTo(STATEMENTS_APART);
    }

    private Work work(Supplier<String> address, Consumer<String> deed) {
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(attempt -> measured(address.get(), deed))
                .min(Comparator.comparingInt(Work::statements))
                .orElseThrow();
    }

    private Work measured(String email, Consumer<String> deed) {
        var before = messages();
        var count = new int[2];
        count[0] = hashes.during(() -> count[1] = statements.during(() -> deed.accept(email)));
        return new Work(count[0], count[1], messages() - before);
    }

    private long messages() {
        return events.stream(AccountMessageRequested.class).count();
    }

    private void refused(Door door, String email) {
        try {
            signIn.check(door, email, WRONG, new MockHttpServletRequest());
        } catch (ProblemException expected) {
            assertThat(expected.code()).isEqualTo("bad_credentials");
            return;
        }
        throw new AssertionError("A wrong password was let in");
    }

    private void register(String email) {
        scope.run(
                clinic.id(),
                () -> registration.register(new Registration.Application(email, "Nora Quist", GOOD, "en")));
    }

    private String someone(Door door) {
        return door == Door.DESK
                ? staff.of(clinic, Role.RECEPTIONIST).email()
                : staff.portal(clinic).email();
    }

    private String closed(Door door) {
        var email = someone(door);
        scheduling.in(
                clinic, () -> database.update("update identity.account set status = 'closed' where email = ?", email));
        return email;
    }

    private static String nobody() {
        return "nobody-" + UUID.randomUUID() + "@nowhere.example";
    }
}
