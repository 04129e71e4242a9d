package org.carewright.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ProviderSettingsCheckTests {

    private static final String SECRET = "canary-secret";

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("carewright.sandbox.enabled", "false")
            .withProperty("carewright.integrations.sendgrid.api-key", SECRET)
            .withProperty("carewright.integrations.sendgrid.webhook-public-key", SECRET)
            .withProperty("carewright.integrations.twilio.account-sid", SECRET)
            .withProperty("carewright.integrations.twilio.auth-token", SECRET);

    private final ProviderSettingsCheck check = new ProviderSettingsCheck(environment);

    @Test
    void acceptsRealProviders() {
        assertThat(check.problems()).isEmpty();
    }

    @Test
    void refusesTheSandbox() {
        environment.setProperty("carewright.sandbox.enabled", "true");

        assertThat(check.problems()).singleElement().asString().startsWith("CAREWRIGHT_SANDBOX_ENABLED must be false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sendgrid.api-key", "sendgrid.webhook-public-key", "twilio.account-sid", "twilio.auth-token"})
    void namesEachEmptySecretAndTellsNone(String setting) {
        environment.setProperty("carewright.integrations." + setting, " ");

        assertThat(check.problems())
                .singleElement()
                .asString()
                .startsWith("CAREWRIGHT_INTEGRATIONS_"
                        + setting.toUpperCase().replace('.', '_').replace('-', '_') + " is empty")
                .doesNotContain(SECRET);
    }
}
