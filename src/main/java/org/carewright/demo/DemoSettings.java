package org.carewright.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Demo clinics.
 *
 * @param enabled whether they are created at start; not set: only in the embedded database
 */
@ConfigurationProperties("carewright.demo")
record DemoSettings(Boolean enabled) {}
