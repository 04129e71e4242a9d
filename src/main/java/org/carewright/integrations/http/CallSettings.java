package org.carewright.integrations.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a call to a provider (OPS-5).
 *
 * @param callTimeout to connect, and in all until the whole answer is there; far below the engine's job lock of 5 minutes
 */
@ConfigurationProperties("carewright.integrations")
record CallSettings(@DefaultValue("PT15S") Duration callTimeout) {}
