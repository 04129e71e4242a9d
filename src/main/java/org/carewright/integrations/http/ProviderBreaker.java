package org.carewright.integrations.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Supplier;
import org.carewright.integrations.SendResult;

/** Leaves a provider in trouble alone for a while: calls are then not made at all and can be retried safely. */
public final class ProviderBreaker {

    /** {@link SendResult.NotTaken#code()} of a call that was not made because the breaker is open. */
    public static final String OPEN = "breaker_open";

    private final CircuitBreaker breaker;

    ProviderBreaker(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    /** Makes the call unless the provider is being left alone. */
    public SendResult call(Supplier<SendResult> call) {
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException e) {
            return new SendResult.NotTaken(OPEN, "The provider has been failing and is left alone for a while");
        }
    }

    /** Forgets what happened so far, e.g. when an operator knows that the provider is back. */
    public void reset() {
        breaker.reset();
    }
}
