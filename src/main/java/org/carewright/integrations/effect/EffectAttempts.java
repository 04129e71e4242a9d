package org.carewright.integrations.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectMapper.EffectRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two short transactions around a call. They commit on their own, whatever becomes of the job's transaction: that an
 * attempt was begun must survive a crash during the call.
 */
@Component
class EffectAttempts {

    static final String ATTEMPTED = "attempted";
    static final String RETRYABLE = "retryable";
    static final String DONE = "done";
    static final String REJECTED = "rejected";

    private static final int FIRST = 1;

    private final EffectMapper effects;
    private final EffectSettings settings;
    private final Clock clock;
    private final Instant startedAt;

    EffectAttempts(EffectMapper effects, EffectSettings settings, Clock clock) {
        this.effects = effects;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** Since when this node can be told how a call ended. */
    Instant startedAt() {
        return startedAt;
    }

    /** What the caller has to do: call, or take the outcome that is already there. */
    sealed interface Begun {
        record Call(UUID effectId, int attempt) implements Begun {}

        record Settled(EffectOutcome outcome) implements Begun {}
    }

    /**
     * Commits the attempt. Of several threads with the same key one begins; the others wait on its row and then find it
     * attempted.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Begun begin(String effectKey, String provider, Runnable inAttempt) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        if (effects.insert(id, effectKey, provider, now, null) == 1) {
            inAttempt.run();
            return new Begun.Call(id, FIRST);
        }
        var row = effects.lockByKey(effectKey);
        if (isSettled(row)) {
            return new Begun.Settled(outcome(row));
        }
        if (ATTEMPTED.equals(row.state())
                && heardSince(row, now).plus(settings.settleAfter()).isAfter(now)) {
            throw new EffectUnsettledException(row.id());
        }
        inAttempt.run();
        effects.attemptAgain(row.id(), now);
        return new Begun.Call(row.id(), row.attempts() + 1);
    }

    /** What the provider told while we were down it tells again, but takes its time: that counts from our start. */
    private Instant heardSince(EffectRow row, Instant now) {
        return startedAt.isAfter(row.attemptedAt()) && !startedAt.isAfter(now) ? startedAt : row.attemptedAt();
    }

    /**
     * Commits the attempt of a call that the provider knows again by its idempotency key: what was begun may be begun
     * again at once, by several threads too, until the provider may have forgotten the key.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Begun beginRepeatable(String effectKey, String provider, Duration safeFor) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        if (effects.insert(id, effectKey, provider, now, now) == 1) {
            return new Begun.Call(id, FIRST);
        }
        var row = effects.lockByKey(effectKey);
        if (isSettled(row)) {
            return new Begun.Settled(outcome(row));
        }
        if (ATTEMPTED.equals(row.state()) && row.begunAt().plus(safeFor).isBefore(now)) {
            throw new EffectUnsettledException(row.id());
        }
        effects.attemptAgain(row.id(), now);
        return new Begun.Call(row.id(), row.attempts() + 1);
    }

    /** Commits how the call ended, unless a callback has settled the effect while the call ran. */
    @Transactional(
            propagation = Propagation.REQUIRES_NEW,
            noRollbackFor = {EffectNotTakenException.class, EffectUnsettledException.class})
    EffectOutcome finish(Begun.Call call, SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            finish(call, DONE, accepted.providerRef(), null);
        } else if (result instanceof SendResult.Refused refused) {
            finish(call, REJECTED, null, refused.code());
        } else if (result instanceof SendResult.NotTaken notTaken) {
            finish(call, RETRYABLE, null, notTaken.code());
        }
        var row = effects.find(call.effectId());
        if (isSettled(row)) {
            return outcome(row);
        }
        if (result instanceof SendResult.NotTaken notTaken) {
            throw new EffectNotTakenException(row.id(), notTaken.code());
        }
        throw new EffectUnsettledException(row.id());
    }

    private void finish(Begun.Call call, String state, String providerRef, String reason) {
        effects.finish(call.effectId(), call.attempt(), state, providerRef, reason, clock.instant());
    }

    private static boolean isSettled(EffectRow row) {
        return DONE.equals(row.state()) || REJECTED.equals(row.state());
    }

    private static EffectOutcome outcome(EffectRow row) {
        return DONE.equals(row.state())
                ? new EffectOutcome.Done(row.id(), row.providerRef())
                : new EffectOutcome.Rejected(row.id(), row.reason());
    }
}
