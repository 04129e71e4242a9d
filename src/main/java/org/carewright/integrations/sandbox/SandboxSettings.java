package org.carewright.integrations.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox plays the providers.
 *
 * @param enabled whether it exists; off in production whatever is set here
 * @param callbackDelay time between taking a message and the first status callback
 * @param callbackUrl where callbacks to our public address are posted, e.g. another node; blank means this process
 */
@ConfigurationProperties("carewright.sandbox")
record SandboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT0.3S") Duration callbackDelay,
        @DefaultValue("") String callbackUrl) {}
