package org.carewright.integrations.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestStripe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class StripeSandboxTests {

    @Autowired
    TestStripe stripe;

    private final String key = UUID.randomUUID().toString();

    @Test
    void replaysTheAnswerOfAKeyThatWasUsedBefore() {
        var first = stripe.api("/payment_intents", "amount=100&currency=usd", key);
        var second = stripe.api("/payment_intents", "currency=usd&amount=100", key);

        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void refusesAKeyWithOtherParameters() {
        stripe.api("/payment_intents", "amount=100&currency=usd", key);

        var refused = stripe.api("/payment_intents", "amount=101&currency=usd", key);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"type\":\"idempotency_error\"");
    }

    @Test
    void keepsNoKeyOfARequestThatWasInvalid() {
        assertThat(stripe.api("/payment_intents", "currency=usd", key).statusCode())
                .isEqualTo(400);

        assertThat(stripe.api("/payment_intents", "amount=100&currency=usd", key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesTheMissingParameterAndTheUnknownObject() {
        assertThat(stripe.api("/payment_intents", "amount=0&currency=usd", null).body())
                .contains("parameter_invalid_integer", "\"param\":\"amount\"");
        var unknown = stripe.api("/payment_intents/pi_none/cancel", "", null);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("resource_missing");
    }
}
