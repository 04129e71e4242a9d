package org.carewright.integrations.http;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.carewright.integrations.SendResult;

/** One breaker per provider: opens when 40 % of the calls of the last minute failed (OPS-5). */
public final class ProviderBreakers {

    static final int WINDOW_SECONDS = 60;
    static final float FAILURE_PERCENT = 40;
    /** Fewer calls in the window say too little. */
    static final int LEAST_CALLS = 10;

    private static final Duration OPEN_FOR = Duration.ofSeconds(30);
    private static final int TRIAL_CALLS = 3;

    private final CircuitBreakerRegistry registry;

    private ProviderBreakers(CircuitBreakerRegistry registry) {
        this.registry = registry;
    }

    /** Breakers that know nothing yet. */
    public static ProviderBreakers create() {
        return new ProviderBreakers(CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW_SECONDS, LEAST_CALLS, SlidingWindowType.TIME_BASED)
                .failureRateThreshold(FAILURE_PERCENT)
                .waitDurationInOpenState(OPEN_FOR)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .recordResult(ProviderBreakers::isTrouble)
                .build()));
    }

    /** The breaker of that provider, the same at every call. */
    public ProviderBreaker of(String provider) {
        return new ProviderBreaker(registry.circuitBreaker(provider));
    }

    CircuitBreakerRegistry registry() {
        return registry;
    }

    /** A refused message is the message's fault, everything else that isn't accepted is the provider's or the network's. */
    private static boolean isTrouble(Object result) {
        return result instanceof SendResult.NotTaken || result instanceof SendResult.Unknown;
    }
}
