package org.carewright.integrations.effect;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectAttempts.Begun;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Outside effects that happen once however often the job that wants them runs (design §5). Always used in the clinic's
 * scope; the attempt and its result are committed in transactions of their own, the caller's stays untouched.
 */
@Service
public class Effects {

    private final EffectAttempts attempts;
    private final EffectMapper effects;
    private final ClinicScope clinic;
    private final Clock clock;

    Effects(EffectAttempts attempts, EffectMapper effects, ClinicScope clinic, Clock clock) {
        this.attempts = attempts;
        this.effects = effects;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** {@link #once(String, String, Runnable, Function)} without a condition. */
    public EffectOutcome once(String effectKey, String provider, Function<UUID, SendResult> call) {
        return once(effectKey, provider, () -> {}, call);
    }

    /**
     * Calls the provider unless the effect of that key has an outcome already.
     *
     * @param effectKey made of our own ids, the same at every run for the same effect, unique within the clinic
     * @param inAttempt runs in the transaction that commits the attempt, before the call; when it throws (say the
     *     patient has opted out meanwhile) there is no attempt and no call, and its exception reaches the caller
     * @param call gets the effect's id, which travels to the provider and comes back with its callbacks
     * @throws EffectUnsettledException when an attempt was made and its end isn't known yet; retry later
     * @throws EffectNotTakenException when the provider certainly did not take it; retry
     */
    public EffectOutcome once(String effectKey, String provider, Runnable inAttempt, Function<UUID, SendResult> call) {
        clinic.required();
        return call(attempts.begin(effectKey, provider, inAttempt), call);
    }

    /**
     * Calls a provider that knows the effect again by an idempotency key made of the same ids: an attempt whose end is
     * unknown is repeated at once, and the provider makes sure that it happens once.
     *
     * @param effectKey as for {@link #once(String, String, Runnable, Function)}
     * @param safeFor how long after the first attempt the provider certainly remembers the key; an attempt whose end is
     *     still unknown then is never repeated but left to a person
     * @throws EffectUnsettledException when the end isn't known; repeat at once
     * @throws EffectNotTakenException when the provider certainly did not take it; repeat
     */
    public EffectOutcome repeatable(
            String effectKey, String provider, Duration safeFor, Function<UUID, SendResult> call) {
        clinic.required();
        return call(attempts.beginRepeatable(effectKey, provider, safeFor), call);
    }

    private EffectOutcome call(Begun begun, Function<UUID, SendResult> call) {
        if (begun instanceof Begun.Settled settled) {
            return settled.outcome();
        }
        var ours = (Begun.Call) begun;
        SendResult result;
        try {
            result = call.apply(ours.effectId());
        } catch (RuntimeException e) {
            // The call may have reached the provider before it failed here, so nothing is known.
            throw new EffectUnsettledException(ours.effectId(), e);
        }
        return attempts.finish(ours, result);
    }

    /**
     * Ends an attempt whose result was lost, on the provider's word. An effect that has an outcome keeps it.
     *
     * @param taken whether the provider took it; false makes it free to be tried again at once
     * @param providerRef the provider's id for it, or null
     */
    @Transactional
    public void settle(UUID effectId, boolean taken, String providerRef) {
        effects.settle(effectId, taken ? EffectAttempts.DONE : EffectAttempts.RETRYABLE, providerRef, clock.instant());
    }

    /** The clinic an effect belongs to; needs no scope, for callbacks that carry an effect's id. */
    @Transactional(readOnly = true)
    public Optional<UUID> clinicOf(UUID effectId) {
        return Optional.ofNullable(effects.clinicIdOf(effectId));
    }
}
