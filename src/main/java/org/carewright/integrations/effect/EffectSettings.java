package org.carewright.integrations.effect;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the end of an attempt may stay unknown.
 *
 * @param settleAfter time from an attempt, or from the start of a node that was down since, during which the provider's
 *     callback is awaited; afterwards it is tried again
 */
@ConfigurationProperties("carewright.integrations")
record EffectSettings(@DefaultValue("PT10M") Duration settleAfter) {}
