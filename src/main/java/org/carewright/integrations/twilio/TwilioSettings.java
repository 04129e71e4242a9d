package org.carewright.integrations.twilio;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our Twilio account. Without an account the sandbox plays Twilio, where it is on.
 *
 * @param baseUrl where the API is; blank means Twilio itself, or this process's sandbox when there is no account
 * @param accountSid {@code AC…}
 * @param authToken opens the API and signs Twilio's callbacks
 */
@ConfigurationProperties("carewright.integrations.twilio")
record TwilioSettings(
        @DefaultValue("") String baseUrl, @DefaultValue("") String accountSid, @DefaultValue("") String authToken) {}
