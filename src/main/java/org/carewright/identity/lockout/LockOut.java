package org.carewright.identity.lockout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.carewright.identity.Door;
import org.carewright.identity.SignInPauses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts in the database. Addresses without an account are counted like those with one, so a pause tells nothing. */
@Service
class LockOut implements SignInPauses {

    private static final int ONE_CLEANING_IN = 500;

    private final LockOutMapper pauses;
    private final LockOutSettings settings;
    private final Clock clock;

    LockOut(LockOutMapper pauses, LockOutSettings settings, Clock clock) {
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> begin(Attempt attempt, UUID accountId) {
        cleanNowAndThen();
        for (var counter : counters(attempt, accountId)) {
            var now = clock.instant();
            var counted = pauses.count(
                    counter.key(),
                    counter.free(),
                    settings.firstPause().toSeconds(),
                    settings.longestPause().toSeconds(),
                    now,
                    now.minus(settings.forgottenAfter()));
            if (counted == null) {
                var until = pauses.pausedUntil(counter.key());
                var left = until == null ? Duration.ofSeconds(1) : Duration.between(now, until);
                return Optional.of(left.plusSeconds(1));
            }
        }
        return Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(Attempt attempt, UUID accountId) {
        for (var counter : counters(attempt, accountId)) {
            if (counter.shared()) {
                pauses.takeBack(counter.key());
            } else {
                pauses.forget(counter.key());
            }
        }
    }

    @Override
    @Transactional
    public void know(String device, UUID accountId) {
        pauses.know(hash(device), accountId, clock.instant());
    }

    @Override
    @Transactional
    public void lift(Door door, String email, UUID accountId) {
        pauses.forget(accountKey(door, email));
        pauses.forgetDevices(accountId);
    }

    private record Counter(byte[] key, int free, boolean shared) {}

    private List<Counter> counters(Attempt attempt, UUID accountId) {
        if (attempt.device() != null && accountId != null && pauses.isKnown(hash(attempt.device()), accountId)) {
            return List.of(
                    new Counter(hash("device:" + attempt.device() + ":" + accountId), settings.accountFree(), false));
        }
        var account = new Counter(accountKey(attempt.door(), attempt.email()), settings.accountFree(), false);
        return attempt.address() == null
                ? List.of(account)
                : List.of(new Counter(hash("address:" + attempt.address()), settings.addressFree(), true), account);
    }

    private static byte[] accountKey(Door door, String email) {
        return hash("account:" + door.code() + ":" + email.strip().toLowerCase(Locale.ROOT));
    }

    /** Whoever comes clears up once in a while. */
    private void cleanNowAndThen() {
        if (ThreadLocalRandom.current().nextInt(ONE_CLEANING_IN) == 0) {
            pauses.clean(clock.instant().minus(settings.forgottenAfter()));
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
