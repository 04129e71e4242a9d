package org.carewright.integrations.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.SendResult.Accepted;
import org.carewright.integrations.SendResult.NotTaken;
import org.carewright.integrations.SendResult.Refused;
import org.carewright.integrations.SendResult.Unknown;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class EffectsTests {

    private static final Duration SETTLE_AFTER = Duration.ofMinutes(10);

    @Autowired
    Effects effects;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    EffectAttempts attempts;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID clinicId;
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void openClinic() {
        clinicId = clinics.open().id();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void callsOnceAndReturnsTheStoredResultAtEveryRepeatedRun() {
        var first = once("mail:1", answering(new Accepted("m-1")));
        var second = once("mail:1", answering(new Accepted("m-2")));

        assertThat(first).isEqualTo(second).isEqualTo(new EffectOutcome.Done(first.effectId(), "m-1"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void keepsARefusalForGood() {
        var first = once("sms:1", answering(new Refused("21211", "not a number")));
        var second = once("sms:1", answering(new Accepted("m-2")));

        assertThat(first).isEqualTo(second).isEqualTo(new EffectOutcome.Rejected(first.effectId(), "21211"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void callsAgainAtOnceWhenTheProviderDidNotTakeIt() {
        assertThatExceptionOfType(EffectNotTakenException.class)
                .isThrownBy(() -> once("sms:1", answering(new NotTaken("http_503", "busy"))));

        assertThat(once("sms:1", answering(new Accepted("m-1")))).isInstanceOf(EffectOutcome.Done.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void waitsForTheCallbackWhenTheEndIsUnknown() {
        unknown("sms:1");

        ClockUtil.offset(SETTLE_AFTER.minusSeconds(5).toMillis());
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> once("sms:1", answering(new Accepted("m-1"))));
        assertThat(calls).hasValue(1);
    }

    @Test
    void callsAgainWithTheSameIdWhenTheWaitingTimeIsOver() {
        var first = unknown("sms:1");

        ClockUtil.offset(SETTLE_AFTER.plusSeconds(1).toMillis());
        var outcome = once("sms:1", answering(new Accepted("m-2")));

        assertThat(outcome).isEqualTo(new EffectOutcome.Done(first, "m-2"));
        assertThat(calls).hasValue(2);
    }

    @Test
    void waitsForTheCallbackAnewAfterARestart() {
        var id = unknown("sms:1");
        var start = attempts.startedAt();
        scope.run(clinicId, () -> new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> database.update(
                        "update integrations.effect set attempted_at = ? where id = ?",
                        Timestamp.from(start.minus(Duration.ofHours(1))),
                        id)));

        ClockUtil.setCurrentTime(Date.from(start.plus(SETTLE_AFTER).minusSeconds(5)));
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> once("sms:1", answering(new Accepted("m-1"))));
        ClockUtil.setCurrentTime(Date.from(start.plus(SETTLE_AFTER).plusSeconds(5)));

        assertThat(once("sms:1", answering(new Accepted("m-2")))).isInstanceOf(EffectOutcome.Done.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsALostAnswerAtOnceWhenTheProviderKnowsTheKey() {
        lost("payment:1");

        assertThat(repeatable("payment:1", answering(new Accepted("pi_1")))).isInstanceOf(EffectOutcome.Done.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void returnsTheStoredResultOfARepeatableEffect() {
        var first = repeatable("payment:1", answering(new Accepted("pi_1")));

        assertThat(repeatable("payment:1", answering(new Accepted("pi_2")))).isEqualTo(first);
        assertThat(calls).hasValue(1);
    }

    @Test
    void repeatsNothingOnceTheProviderMayHaveForgottenTheKey() {
        lost("payment:1");
        ClockUtil.offset(Duration.ofHours(22).toMillis());
        lost("payment:1");

        ClockUtil.offset(Duration.ofHours(24).toMillis());
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> repeatable("payment:1", answering(new Accepted("pi_1"))));
        assertThat(calls).hasValue(2);
    }

    private void lost(String key) {
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> repeatable(key, effectId -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("killed after the call");
                }));
    }

    private EffectOutcome repeatable(String key, Function<UUID, SendResult> call) {
        return scope.call(clinicId, () -> effects.repeatable(key, "stripe", Duration.ofHours(23), call));
    }

    @Test
    void isDoneWithoutAnotherCallWhenTheCallbackSettlesIt() {
        var effectId = unknown("sms:1");

        scope.run(clinicId, () -> effects.settle(effectId, true, "m-9"));

        assertThat(once("sms:1", answering(new Accepted("m-2")))).isEqualTo(new EffectOutcome.Done(effectId, "m-9"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void takesTheCallbacksWordWhenItComesBeforeTheCallReturns() {
        var outcome = once("sms:1", effectId -> {
            inOtherThread(() -> scope.call(clinicId, () -> {
                effects.settle(effectId, true, "m-9");
                return null;
            }));
            return new Unknown("read time-out");
        });

        assertThat(outcome).isEqualTo(new EffectOutcome.Done(outcome.effectId(), "m-9"));
    }

    @Test
    void keepsTheAttemptWhenTheJobsTransactionRollsBack() {
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            once("mail:1", answering(new Accepted("m-1")));
            status.setRollbackOnly();
        });

        assertThat(once("mail:1", answering(new Accepted("m-2"))))
                .extracting(o -> ((EffectOutcome.Done) o).providerRef())
                .isEqualTo("m-1");
        assertThat(calls).hasValue(1);
    }

    @Test
    void leavesTheEffectUnsettledWhenTheCallThrowsAndTellsNothingOfItsMessage() {
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> once("mail:1", id -> {
                    throw new IllegalArgumentException("jane@patient.example");
                }))
                .withMessageContaining("IllegalArgumentException")
                .withMessageNotContaining("jane")
                .withNoCause();

        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> once("mail:1", answering(new Accepted("m-1"))));
    }

    @Test
    void doesNotAttemptWhenTheConditionFails() {
        Runnable optedOut = () -> {
            throw new IllegalStateException("opted out");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> scope.call(
                        clinicId, () -> effects.once("sms:1", "twilio", optedOut, answering(new Accepted("m-1")))))
                .withMessage("opted out");
        assertThat(calls).hasValue(0);

        assertThat(once("sms:1", answering(new Accepted("m-1")))).isInstanceOf(EffectOutcome.Done.class);
    }

    @Test
    void callsOnceWhenManyThreadsRunTheSameEffectAtOnce() throws Exception {
        var threads = 8;
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Boolean> run = () -> {
                start.await();
                try {
                    once("mail:1", answering(new Accepted("m-1")));
                    return true;
                } catch (EffectUnsettledException e) {
                    return false;
                }
            };
            var runs = java.util.stream.Stream.generate(() -> pool.submit(run))
                    .limit(threads)
                    .toList();
            start.countDown();
            for (var done : runs) {
                done.get(30, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void keepsEffectsOfClinicsApart() {
        var other = clinics.open().id();
        var ours = once("mail:1", answering(new Accepted("m-1")));
        var theirs = scope.call(other, () -> effects.once("mail:1", "sendgrid", answering(new Accepted("m-2"))));

        assertThat(theirs.effectId()).isNotEqualTo(ours.effectId());
        assertThat(List.of(ours.effectId(), theirs.effectId()))
                .extracting(effects::clinicOf)
                .extracting(found -> found.orElseThrow())
                .containsExactly(clinicId, other);
    }

    private UUID unknown(String key) {
        var effectId = new UUID[1];
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> once(key, id -> {
                    calls.incrementAndGet();
                    effectId[0] = id;
                    return new Unknown("connection lost");
                }));
        return effectId[0];
    }

    private EffectOutcome once(String key, Function<UUID, SendResult> call) {
        return scope.call(clinicId, () -> effects.once(key, "sendgrid", call));
    }

    private Function<UUID, SendResult> answering(SendResult result) {
        return id -> {
            calls.incrementAndGet();
            return result;
        };
    }

    private static void inOtherThread(Callable<Void> work) {
        var pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(work).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
