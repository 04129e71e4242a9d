package org.carewright.test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Counts how often a password is hashed, the one thing of sign-in whose time a stranger can measure; each thread its
 * own, so that what others do meanwhile doesn't count.
 */
@Component
public class HashCounter implements BeanPostProcessor {

    private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder encoder ? new Counting(encoder) : bean;
    }

    /** @return how many hashes {@code work} made on this thread */
    public int during(Runnable work) {
        COUNT.set(0);
        work.run();
        return COUNT.get();
    }

    private record Counting(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            COUNT.set(COUNT.get() + 1);
            return encoder.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            COUNT.set(COUNT.get() + 1);
            return encoder.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
