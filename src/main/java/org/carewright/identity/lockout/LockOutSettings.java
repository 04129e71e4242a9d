package org.carewright.identity.lockout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How failed sign-ins pause further ones.
 *
 * @param accountFree failures of one account, or from one known device, before the first pause
 * @param addressFree failures from one client address before the first pause; many people may share one
 * @param firstPause doubled with each further failure
 * @param longestPause no pause is longer
 * @param forgottenAfter without a failure for that long all is forgotten
 */
@ConfigurationProperties("carewright.lock-out")
record LockOutSettings(
        @DefaultValue("5") int accountFree,
        @DefaultValue("25") int addressFree,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("24h") Duration forgottenAfter) {}
