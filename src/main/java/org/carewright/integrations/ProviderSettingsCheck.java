package org.carewright.integrations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** In production messages go to real providers, whose callbacks can be verified; nothing is played by the sandbox. */
@Component
class ProviderSettingsCheck implements ProductionCheck {

    private static final String SANDBOX = "carewright.sandbox.enabled";
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put(
                "carewright.integrations.sendgrid.api-key",
                "CAREWRIGHT_INTEGRATIONS_SENDGRID_API_KEY is empty: e-mail can't be sent.");
        REQUIRED.put(
                "carewright.integrations.sendgrid.webhook-public-key",
                "CAREWRIGHT_INTEGRATIONS_SENDGRID_WEBHOOK_PUBLIC_KEY is empty: SendGrid's webhooks can't be verified.");
        REQUIRED.put(
                "carewright.integrations.twilio.account-sid",
                "CAREWRIGHT_INTEGRATIONS_TWILIO_ACCOUNT_SID is empty: text messages can't be sent.");
        REQUIRED.put(
                "carewright.integrations.twilio.auth-token",
                "CAREWRIGHT_INTEGRATIONS_TWILIO_AUTH_TOKEN is empty: text messages can't be sent nor Twilio's webhooks"
                        + " verified.");
    }

    private final Environment environment;

    ProviderSettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<String> problems() {
        var sandbox = environment.getProperty(SANDBOX, Boolean.class, true)
                ? Stream.of("CAREWRIGHT_SANDBOX_ENABLED must be false: the sandbox shows every message to anyone.")
                : Stream.<String>empty();
        var missing = REQUIRED.entrySet().stream()
                .filter(setting -> !StringUtils.hasText(environment.getProperty(setting.getKey())))
                .map(Map.Entry::getValue);
        return Stream.concat(sandbox, missing).toList();
    }
}
