package org.carewright.integrations.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StripeSettingsTests {

    @Test
    void refusesToStartWithAKeyButNoWebhookSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StripeSettings("", "sk_live_0123456789abcdef", " "))
                .withMessageContaining("CAREWRIGHT_INTEGRATIONS_STRIPE_WEBHOOK_SECRET");
    }

    @Test
    void tellsNoSecretWhenPrinted() {
        assertThat(new StripeSettings("", "sk_live_0123456789abcdef", "whsec_x").toString())
                .doesNotContain("sk_live", "whsec");
    }
}
