package org.carewright.integrations.account;

import java.util.regex.Pattern;

/**
 * One thing a provider gives a clinic to connect with.
 *
 * @param name how it is kept, e.g. {@code secret_key}; its label is the message {@code payments.field.<provider>.<name>}
 * @param secret whether it is never shown again
 * @param format what it looks like; anything else is refused before it is kept
 */
public record CredentialField(String name, boolean secret, Pattern format) {}
