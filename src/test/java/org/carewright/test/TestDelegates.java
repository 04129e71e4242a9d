package org.carewright.test;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delegates for models that tests make for themselves. */
@Configuration(proxyBeanMethods = false)
class TestDelegates {

    /** Leaves the variable {@code visited}. */
    @Bean
    JavaDelegate noteVisitDelegate() {
        return execution -> execution.setVariable("visited", true);
    }

    /** Fails with a message that tells the variable {@code secret}, as no delegate should. */
    @Bean
    JavaDelegate tellSecretDelegate() {
        return execution -> {
            throw new IllegalStateException(
                    "Could not call " + execution.getVariable("secret"),
                    new IllegalArgumentException("cause: " + execution.getVariable("secret")));
        };
    }
}
