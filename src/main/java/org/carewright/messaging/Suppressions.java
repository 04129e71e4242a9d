package org.carewright.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.carewright.integrations.SendResult;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses of the clinic in scope that must not be written to, by blind index token.
 *
 * <p>After an opt-out is committed nothing is sent to the address. Looking before sending isn't enough for that: the
 * opt-out may be committed between look and call. So whoever sends looks and calls while holding the address shared,
 * whoever suppresses holds it alone: an opt-out waits for a call that is under way, and a call that begins later sees
 * it.
 */
@Component
class Suppressions {

    private final SuppressionMapper suppressions;
    private final ClinicScope clinic;

    Suppressions(SuppressionMapper suppressions, ClinicScope clinic) {
        this.suppressions = suppressions;
        this.clinic = clinic;
    }

    /**
     * Sends unless the address is suppressed; an opt-out isn't committed meanwhile. In a transaction of its own that
     * ends with the call: a provider's report on this very message may hold its rows and wait for the address, so
     * whoever sends must have let go of the address before touching those rows again.
     *
     * @return what the provider answered, or a refusal that {@link SuppressionCause#ofRefusal} recognises
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public SendResult sendUnlessSuppressed(Channel channel, String token, Supplier<SendResult> send) {
        suppressions.lockShared(lockName(channel, token));
        return cause(channel, token)
                .<SendResult>map(cause -> new SendResult.Refused(SuppressionCause.refusal(cause), cause))
                .orElseGet(send);
    }

    /** Why the address is suppressed now, empty when it isn't. */
    @Transactional(readOnly = true)
    public Optional<String> cause(Channel channel, String token) {
        return Optional.ofNullable(suppressions.activeCause(channel.code(), token));
    }

    /** Suppresses the address from {@code since} on; waits for messages to it that are being sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Channel channel, String token, SuppressionCause cause, Instant since) {
        suppressions.lock(lockName(channel, token));
        suppressions.add(clinic.required(), channel.code(), token, cause.code(), since);
    }

    /** Takes an opt-out back; bounces and complaints stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void optIn(Channel channel, String token, Instant at) {
        suppressions.lift(clinic.required(), channel.code(), token, SuppressionCause.OPT_OUT.code(), at);
    }

    private String lockName(Channel channel, String token) {
        return clinic.required() + ":" + channel.code() + ":" + token;
    }
}
