package org.carewright.integrations.sendgrid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our SendGrid account. Without an API key the sandbox plays SendGrid, where it is on.
 *
 * @param baseUrl where the API is; blank means SendGrid itself, or this process's sandbox when there is no key
 * @param apiKey a key with the right "Mail Send"
 * @param webhookPublicKey the event webhook's verification key as SendGrid shows it: base64, no PEM lines
 */
@ConfigurationProperties("carewright.integrations.sendgrid")
record SendGridSettings(
        @DefaultValue("") String baseUrl, @DefaultValue("") String apiKey, @DefaultValue("") String webhookPublicKey) {}
