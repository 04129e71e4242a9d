package org.carewright.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one password check costs (Argon2id). Raising the figures concerns new passwords only: each hash carries its own.
 *
 * @param memoryKib the least that OWASP's password storage guide asks for, with two iterations
 */
@ConfigurationProperties("carewright.passwords")
record PasswordSettings(
        @DefaultValue("19456") int memoryKib, @DefaultValue("2") int iterations, @DefaultValue("1") int parallelism) {}
