package org.carewright.messaging;

import java.time.Instant;
import java.util.Optional;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses of the clinic in scope that must not be written to, by blind index token.
 *
 * <p>After an opt-out is committed nothing is sent to the address. Looking before sending isn't enough for that: the
 * opt-out may be committed between look and call. So whoever sends holds the address shared until its transaction
 * ends, whoever suppresses holds it alone: an opt-out waits for a call that is under way, and a call that begins later
 * sees it.
 */
@Component
class Suppressions {

    private final SuppressionMapper suppressions;
    private final ClinicScope clinic;

    Suppressions(SuppressionMapper suppressions, ClinicScope clinic) {
        this.suppressions = suppressions;
        this.clinic = clinic;
    }

    /** Keeps opt-outs of the address from being committed until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdBack(Channel channel, String token) {
        suppressions.lockShared(lockName(channel, token));
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

    /** Records what the provider refused because of an opt-out it knew of; the sender itself holds the address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addKnownToProvider(Channel channel, String token, Instant since) {
        suppressions.add(clinic.required(), channel.code(), token, SuppressionCause.OPT_OUT.code(), since);
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
