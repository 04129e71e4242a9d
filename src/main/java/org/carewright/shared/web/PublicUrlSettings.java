package org.carewright.shared.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address under which people and providers reach us.
 *
 * @param publicUrl scheme, host and, when not the usual one, port; blank means this process itself
 */
@ConfigurationProperties("carewright")
record PublicUrlSettings(@DefaultValue("") String publicUrl) {}
