package org.carewright.identity.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.SignInPauses.Attempt;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pauses grow, end, and shut nobody out (IAM-2). */
@CarewrightTest
class LockOutTests {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @LocalServerPort
    int port;

    @Autowired
    LockOutMapper pauses;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    private final Hand hand = new Hand();
    private LockOut lockOut;
    private Person person;
    private Attempt attempt;
    private Attempt unknownDevice;

    @BeforeEach
    void setUp() {
        lockOut = new LockOut(
                pauses, new LockOutSettings(5, 25, Duration.ofSeconds(30), LONGEST, Duration.ofHours(24)), hand);
        person = staff.of(clinics.open(), Role.PRACTITIONER);
        unknownDevice = new Attempt(Door.DESK, person.email(), null, null);
        attempt = unknownDevice;
    }

    @Test
    void pausesAfterFiveFailuresAndLetsInWhenThePauseIsOver() {
        fail(5);

        assertThat(lockOut.begin(attempt, person.id())).isPresent();
        hand.pass(Duration.ofSeconds(31));
        assertThat(lockOut.begin(attempt, person.id())).isEmpty();
    }

    @Test
    void pausesGrowButNeverAboveTheLongest() {
        fail(5);
        var before = Duration.ZERO;
        for (var i = 0; i < 12; i++) {
            var pause = lockOut.begin(attempt, person.id()).orElseThrow();
            assertThat(pause).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(LONGEST.plusSeconds(1));
            before = pause;
            hand.pass(pause);
            assertThat(lockOut.begin(attempt, person.id())).isEmpty();
        }
        assertThat(before).isGreaterThan(Duration.ofMinutes(14));
    }

    @Test
    void attemptsDuringAPauseDontProlongIt() {
        fail(5);
        for (var i = 0; i < 20; i++) {
            lockOut.begin(attempt, person.id());
        }

        hand.pass(Duration.ofSeconds(31));
        assertThat(lockOut.begin(attempt, person.id())).isEmpty();
    }

    @Test
    void aKnownDeviceIsNotPausedByWhatOthersDo() {
        lockOut.know("device", person.id());
        fail(50);

        assertThat(lockOut.begin(unknownDevice, person.id())).isPresent();
        assertThat(lockOut.begin(new Attempt(Door.DESK, person.email(), null, "device"), person.id()))
                .isEmpty();
        assertThat(lockOut.begin(new Attempt(Door.DESK, person.email(), null, "other"), person.id()))
                .isPresent();
    }

    @Test
    void aKnownDeviceHasACountOfItsOwn() {
        lockOut.know("device", person.id());
        attempt = new Attempt(Door.DESK, person.email(), null, "device");
        fail(5);

        assertThat(lockOut.begin(attempt, person.id())).isPresent();
        assertThat(lockOut.begin(unknownDevice, person.id())).isEmpty();
    }

    @Test
    void aRightPasswordClearsTheAccountButNotTheSharedAddress() {
        var address = "198.51.100." + person.id();
        for (var i = 0; i < 24; i++) {
            var other = new Attempt(Door.DESK, UUID.randomUUID() + "@x.example", address, null);
            assertThat(lockOut.begin(other, null)).isEmpty();
        }
        attempt = new Attempt(Door.DESK, person.email(), address, null);
        lockOut.begin(attempt, person.id());
        lockOut.succeeded(attempt, person.id());

        assertThat(lockOut.begin(new Attempt(Door.DESK, "y@x.example" + person.id(), address, null), null))
                .isEmpty();
        assertThat(lockOut.begin(new Attempt(Door.DESK, "z@x.example" + person.id(), address, null), null))
                .isPresent();
    }

    @Test
    void unknownAddressesArePausedLikeKnownOnes() {
        attempt = new Attempt(Door.PORTAL, "nobody-" + person.id() + "@x.example", null, null);
        for (var i = 0; i < 5; i++) {
            assertThat(lockOut.begin(attempt, null)).isEmpty();
        }

        assertThat(lockOut.begin(attempt, null)).isPresent();
    }

    @Test
    void aNewPasswordLiftsThePauseAndForgetsDevices() {
        lockOut.know("device", person.id());
        fail(5);

        lockOut.lift(Door.DESK, person.email(), person.id());

        assertThat(lockOut.begin(attempt, person.id())).isEmpty();
        fail(4);
        assertThat(lockOut.begin(new Attempt(Door.DESK, person.email(), null, "device"), person.id()))
                .isPresent();
    }

    @Test
    void aBrowserThatWasInBeforeGetsInWhileAStrangerIsRefused() {
        var own = new Visitor(port).signedIn(person);
        var stranger = new Visitor(port);
        for (var i = 0; i < 8; i++) {
            stranger.signIn(person.email(), "wrong");
        }

        assertThat(stranger.signIn(person.email(), TestStaff.PASSWORD).statusCode())
                .isEqualTo(429);
        own.postForm("/desk/sign-out", Map.of("_csrf", own.csrfToken("/desk")));
        assertThat(own.signIn(person.email(), TestStaff.PASSWORD).statusCode()).isEqualTo(302);
        assertThat(own.cookie("carewright-device")).isPresent();
    }

    private void fail(int times) {
        for (var i = 0; i < times; i++) {
            lockOut.begin(attempt, person.id());
        }
    }

    /** A clock set by hand. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
