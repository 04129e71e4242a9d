package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Component;

/** Customers and the cards they keep. */
@Component
@ConditionalOnSandbox
class StripeMethods {

    /** Member of ours in the kept card that tells what it does; Stripe knows it by the number. */
    private static final String TEST_CARD = "sandbox_card";

    private static final int YEARS_VALID = 3;

    private final StripeObjects objects;
    private final ObjectMapper json;

    StripeMethods(StripeObjects objects, ObjectMapper json) {
        this.objects = objects;
        this.json = json;
    }

    ObjectNode customer(StripeTurn turn, StripeForm form) {
        var customer = objects.start(turn, "cus_", StripeObjects.CUSTOMER)
                .put("email", form.text("email"))
                .put("name", form.text("name"))
                .put("balance", 0)
                .put("delinquent", false);
        customer.set("metadata", form.members(json, "metadata"));
        customer.putObject("invoice_settings").putNull("default_payment_method");
        return objects.keep(turn, customer, null);
    }

    /** A card as typed on the page. @param customer null for a card that isn't kept */
    ObjectNode method(StripeTurn turn, StripeTestCard card, String customer) {
        var method = objects.start(turn, "pm_", StripeObjects.METHOD)
                .put("type", "card")
                .put("customer", customer)
                .put("allow_redisplay", "limited")
                .put(TEST_CARD, card.name());
        method.putObject("billing_details").putNull("email").putNull("name").putNull("phone");
        method.putObject("card")
                .put("brand", card.brand())
                .put("last4", card.last4())
                .put("exp_month", 12)
                .put("exp_year", turn.now().atZone(ZoneOffset.UTC).getYear() + YEARS_VALID)
                .put("funding", "credit")
                .put("country", "US")
                .put("fingerprint", "sandbox" + card.last4());
        method.putObject("metadata");
        return objects.keep(turn, method, customer);
    }

    ObjectNode detach(StripeTurn turn, String id) {
        var method = objects.lock(turn, StripeObjects.METHOD, id);
        if (method.path("customer").isNull()) {
            throw StripeRefusal.invalid(
                    null,
                    "payment_method",
                    "The payment method you provided is not attached to a customer so detachment is impossible.");
        }
        method.putNull("customer");
        objects.update(method);
        turn.tell("payment_method.detached", method);
        return method;
    }

    /** The card of a kept method, which must be this customer's. */
    StripeTestCard cardOf(StripeTurn turn, String methodId, String customer) {
        var method = objects.find(turn, StripeObjects.METHOD, methodId);
        if (customer == null || !customer.equals(method.path("customer").asText(null))) {
            throw StripeRefusal.invalid(
                    "payment_method_unexpected_state",
                    "payment_method",
                    "The PaymentMethod " + methodId + " does not belong to the Customer.");
        }
        return StripeTestCard.valueOf(method.path(TEST_CARD).asText());
    }

    /** The card of a method nobody keeps, just typed. */
    StripeTestCard cardOf(ObjectNode method) {
        return StripeTestCard.valueOf(method.path(TEST_CARD).asText());
    }

    /** When a session opened now ends. */
    static long dayAfter(Instant now) {
        return now.plus(java.time.Duration.ofDays(1)).getEpochSecond();
    }
}
