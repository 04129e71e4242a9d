package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class RateLimitsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final RateLimitSettings FIVE_A_MINUTE =
            new RateLimitSettings(Map.of("five", new RateLimitSettings.Limit(5, Duration.ofMinutes(1))));

    private final String key = UUID.randomUUID().toString();

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void refusesWhatIsBeyondTheCapacityAndSaysWhenToComeBack() {
        takeFive();

        var refused =
                catchThrowableOfType(ProblemException.class, () -> limits(NOW).take("five", key));

        assertThat(refused.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.code()).isEqualTo("too_many_requests");
        assertThat((long) refused.properties().get(RateLimits.RETRY_AFTER_SECONDS))
                .isBetween(12L, 13L);
    }

    @Test
    void givesBackBitByBit() {
        takeFive();
        var later = limits(NOW.plusSeconds(13));

        later.take("five", key);

        assertThatThrownBy(() -> later.take("five", key)).isInstanceOf(ProblemException.class);
    }

    @Test
    void countsEachKeyForItself() {
        takeFive();

        limits(NOW).take("five", UUID.randomUUID().toString());
    }

    @Test
    void countsAllNodesTogether() throws Exception {
        var nodes = IntStream.range(0, 4).mapToObj(i -> limits(NOW)).toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var taken = pool
                    .invokeAll(IntStream.range(0, 20)
                            .<java.util.concurrent.Callable<Boolean>>mapToObj(
                                    i -> () -> taken(nodes.get(i % nodes.size())))
                            .toList())
                    .stream()
                    .filter(RateLimitsTests::get)
                    .count();

            assertThat(taken).isEqualTo(5);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void keepsNoKeyInClear() {
        takeFive();

        assertThat(database.queryForList("select id from shared.rate_limit", String.class))
                .isNotEmpty()
                .noneMatch(id -> id.contains(key));
    }

    @Test
    void refusesToCountWhatNoSettingDefines() {
        assertThatThrownBy(() -> limits(NOW).take("unknown", key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsWithoutWaitingForTheDisk() {
        var setting = new TransactionTemplate(transactions).execute(status -> {
            database.execute("set local synchronous_commit = on");
            database.update("insert into shared.rate_limit (id) values (?)", key);
            return database.queryForObject("show synchronous_commit", String.class);
        });

        assertThat(setting).isEqualTo("off");
    }

    private void takeFive() {
        var limits = limits(NOW);
        IntStream.range(0, 5).forEach(i -> limits.take("five", key));
    }

    private boolean taken(RateLimits limits) {
        try {
            limits.take("five", key);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static boolean get(java.util.concurrent.Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private RateLimits limits(Instant now) {
        return new RateLimits(dataSource, FIVE_A_MINUTE, Clock.fixed(now, ZoneOffset.UTC));
    }
}
