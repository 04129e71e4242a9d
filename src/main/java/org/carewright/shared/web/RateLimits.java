package org.carewright.shared.web;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLadvisoryLockBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.stereotype.Service;

/**
 * Keeps one client from doing a thing too often, counted over all nodes. The limits are settings:
 * {@code carewright.limits.<name>.capacity} and {@code .refill}.
 *
 * <p>Take before the work and outside its transaction: the count has a short transaction of its own, so it stays when
 * the work fails, and a caller that held a connection meanwhile would need two.
 */
@Service
public class RateLimits {

    /** The property of the problem that says how long to wait; the web layer also sends it as {@code Retry-After}. */
    public static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    private static final Duration KEPT_AFTER_REFILL = Duration.ofMinutes(1);
    private static final int ONE_CLEANING_IN = 500;
    private static final int CLEANED_AT_ONCE = 1000;

    private final PostgreSQLadvisoryLockBasedProxyManager<String> buckets;
    private final RateLimitSettings settings;

    RateLimits(DataSource dataSource, RateLimitSettings settings, Clock clock) {
        this.settings = settings;
        this.buckets = Bucket4jPostgreSQL.advisoryLockBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("shared.rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(timeOf(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_REFILL))
                .build();
    }

    /**
     * Counts one attempt.
     *
     * @param limitName the limit's name in the settings, e.g. {@code booking}
     * @param key who attempts, e.g. the client's address; kept as a hash only
     * @throws ProblemException 429 {@code too_many_requests} with {@value #RETRY_AFTER_SECONDS} when there were too many
     * @throws IllegalArgumentException for a limit that no setting defines
     */
    public void take(String limitName, String key) {
        count(limitName, key).orThrow();
    }

    /**
     * Counts one attempt and says what is left.
     *
     * @param limitName as for {@link #take}
     * @param key as for {@link #take}
     * @throws IllegalArgumentException for a limit that no setting defines
     */
    public Allowance count(String limitName, String key) {
        var limit = settings.limits().get(limitName);
        if (limit == null) {
            throw new IllegalArgumentException("No setting carewright.limits." + limitName);
        }
        var configuration = BucketConfiguration.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.capacity()).refillGreedy(limit.capacity(), limit.refill()))
                .build();
        var attempt = buckets.getProxy(limitName + ":" + hash(limitName, key), () -> configuration)
                .tryConsumeAndReturnRemaining(1);
        cleanNowAndThen();
        var wait = attempt.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(attempt.getNanosToWaitForRefill());
        return new Allowance(
                limitName,
                limit.capacity(),
                limit.refill(),
                attempt.getRemainingTokens(),
                Duration.ofNanos(attempt.getNanosToWaitForReset()),
                Duration.ofSeconds(wait));
    }

    /** Whoever comes clears up once in a while: full buckets need no row. */
    private void cleanNowAndThen() {
        if (ThreadLocalRandom.current().nextInt(ONE_CLEANING_IN) == 0) {
            buckets.removeExpired(CLEANED_AT_ONCE);
        }
    }

    private static String hash(String limitName, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(limitName.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TimeMeter timeOf(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
