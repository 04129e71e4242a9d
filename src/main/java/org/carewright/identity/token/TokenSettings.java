package org.carewright.identity.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens are good (IAM-6).
 *
 * @param refresh since the last refresh
 * @param session since sign-in, whatever is refreshed in between
 * @param superseded for so long after its use a refresh token that comes again is taken for a twin request of the same
 *     app, not for a thief's
 * @param keyTurn how long one key signs
 */
@ConfigurationProperties("carewright.tokens")
record TokenSettings(
        @DefaultValue("15m") Duration access,
        @DefaultValue("7d") Duration refresh,
        @DefaultValue("90d") Duration session,
        @DefaultValue("10s") Duration superseded,
        @DefaultValue("5m") Duration challenge,
        @DefaultValue("30d") Duration keyTurn) {}
