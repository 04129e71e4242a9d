package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Component;

/** Payment and set-up intents: from the wish to the money or the kept card. */
@Component
@ConditionalOnSandbox
class StripeIntents {

    private static final String STATUS = "status";
    private static final String NEEDS_METHOD = "requires_payment_method";
    private static final String NEEDS_ACTION = "requires_action";

    private final StripeObjects objects;
    private final StripeMethods methods;
    private final StripeCharges charges;
    private final ObjectMapper json;

    StripeIntents(StripeObjects objects, StripeMethods methods, StripeCharges charges, ObjectMapper json) {
        this.objects = objects;
        this.methods = methods;
        this.charges = charges;
        this.json = json;
    }

    /** {@code POST /v1/payment_intents}, confirmed at once when asked to. */
    ObjectNode create(StripeTurn turn, StripeForm form) {
        var intent = start(turn, form.amount("amount"), form.required("currency"), form.text("customer"));
        intent.put("description", form.text("description"));
        intent.set("metadata", form.members(json, "metadata"));
        var method = form.text("payment_method");
        intent.put(STATUS, method == null ? NEEDS_METHOD : "requires_confirmation")
                .put("payment_method", method);
        objects.keep(turn, intent, form.text("customer"));
        turn.tell("payment_intent.created", intent);
        return form.flag("confirm") ? confirmOffSession(turn, intent) : intent;
    }

    /** What every payment begins as. */
    ObjectNode start(StripeTurn turn, long amount, String currency, String customer) {
        var intent = objects.start(turn, "pi_", StripeObjects.INTENT)
                .put("amount", amount)
                .put("amount_received", 0)
                .put("amount_capturable", 0)
                .put("currency", currency)
                .put("customer", customer)
                .put("capture_method", "automatic_async")
                .put("confirmation_method", "automatic")
                .put(STATUS, NEEDS_METHOD);
        intent.put("client_secret", intent.path("id").asText() + "_secret_" + StripeIds.text(25));
        for (var name : new String[] {
            "payment_method",
            "latest_charge",
            "last_payment_error",
            "next_action",
            "setup_future_usage",
            "canceled_at",
            "cancellation_reason",
            "description",
            "receipt_email"
        }) {
            intent.putNull(name);
        }
        intent.putArray("payment_method_types").add("card");
        intent.putObject("metadata");
        return intent;
    }

    /** {@code POST /v1/payment_intents/{id}/confirm} with a kept card. */
    ObjectNode confirm(StripeTurn turn, String id, StripeForm form) {
        var intent = objects.lock(turn, StripeObjects.INTENT, id);
        var status = intent.path(STATUS).asText();
        if (!NEEDS_METHOD.equals(status) && !"requires_confirmation".equals(status)) {
            throw unexpected(intent, "confirm");
        }
        if (form.text("payment_method") != null) {
            intent.put("payment_method", form.text("payment_method"));
        }
        return confirmOffSession(turn, intent);
    }

    private ObjectNode confirmOffSession(StripeTurn turn, ObjectNode intent) {
        var methodId = intent.path("payment_method").asText(null);
        if (methodId == null) {
            throw StripeRefusal.missing("payment_method");
        }
        var card = methods.cardOf(turn, methodId, intent.path("customer").asText(null));
        var method = objects.find(turn, StripeObjects.METHOD, methodId);
        if (card == StripeTestCard.ALWAYS_AUTHENTICATES) {
            return decline(
                    turn, intent, method, StripeRefusal.card("authentication_required", "authentication_required"));
        }
        return card.declinesPayment()
                ? decline(turn, intent, method, StripeRefusal.card(card.code(), card.declineCode()))
                : succeed(turn, intent, method);
    }

    /** The payer typed a card on the page. */
    ObjectNode pay(StripeTurn turn, ObjectNode intent, ObjectNode method) {
        var card = methods.cardOf(method);
        if (card.authenticatesOnPage()) {
            intent.put(STATUS, NEEDS_ACTION)
                    .put("payment_method", method.path("id").asText());
            intent.putObject("next_action").put("type", "use_stripe_sdk");
            objects.update(intent);
            turn.tell("payment_intent.requires_action", intent);
            return intent;
        }
        return card.declinesPayment()
                ? decline(turn, intent, method, StripeRefusal.card(card.code(), card.declineCode()))
                : succeed(turn, intent, method);
    }

    /** The payer answered the bank's question. */
    ObjectNode authenticate(StripeTurn turn, ObjectNode intent, boolean approved) {
        if (!NEEDS_ACTION.equals(intent.path(STATUS).asText())) {
            return intent;
        }
        var method = objects.find(
                turn, StripeObjects.METHOD, intent.path("payment_method").asText());
        return approved
                ? succeed(turn, intent, method)
                : decline(turn, intent, method, StripeRefusal.card("payment_intent_authentication_failure", null));
    }

    private ObjectNode succeed(StripeTurn turn, ObjectNode intent, ObjectNode method) {
        intent.put(STATUS, "succeeded")
                .put("payment_method", method.path("id").asText())
                .put("amount_received", intent.path("amount").asLong())
                .putNull("next_action")
                .putNull("last_payment_error");
        var charge = charges.charge(turn, intent, method);
        intent.put("latest_charge", charge.path("id").asText());
        objects.update(intent);
        turn.tell("payment_intent.succeeded", intent);
        if (methods.cardOf(method) == StripeTestCard.DISPUTED) {
            charges.dispute(turn, charge.path("id").asText());
        }
        return intent;
    }

    private ObjectNode decline(StripeTurn turn, ObjectNode intent, ObjectNode method, StripeRefusal refusal) {
        intent.put(STATUS, NEEDS_METHOD).putNull("next_action").putNull("payment_method");
        var error = intent.putObject("last_payment_error")
                .put("type", refusal.type())
                .put("code", refusal.code())
                .put("decline_code", refusal.declineCode())
                .put("message", refusal.getMessage());
        error.set("payment_method", method.deepCopy());
        objects.update(intent);
        turn.tell("payment_intent.payment_failed", intent);
        turn.refuse(refusal);
        return intent;
    }

    ObjectNode cancel(StripeTurn turn, String id) {
        var intent = objects.lock(turn, StripeObjects.INTENT, id);
        var status = intent.path(STATUS).asText();
        if ("succeeded".equals(status) || "canceled".equals(status)) {
            throw unexpected(intent, "cancel");
        }
        intent.put(STATUS, "canceled").put("canceled_at", turn.seconds());
        objects.update(intent);
        turn.tell("payment_intent.canceled", intent);
        return intent;
    }

    /** The start of saving a card. */
    ObjectNode startSetup(StripeTurn turn, String customer, ObjectNode metadata) {
        var setup = objects.start(turn, "seti_", StripeObjects.SETUP)
                .put("customer", customer)
                .put("usage", "off_session")
                .put(STATUS, NEEDS_METHOD)
                .putNull("payment_method")
                .putNull("last_setup_error")
                .putNull("next_action")
                .putNull("latest_attempt");
        setup.put("client_secret", setup.path("id").asText() + "_secret_" + StripeIds.text(25));
        setup.set("metadata", metadata);
        return objects.keep(turn, setup, customer);
    }

    /** The patient typed a card to be kept; {@code method} is the customer's already. */
    ObjectNode saveCard(StripeTurn turn, ObjectNode setup, ObjectNode method) {
        var card = methods.cardOf(method);
        if (card.declinesSaving()) {
            setup.put(STATUS, NEEDS_METHOD)
                    .putObject("last_setup_error")
                    .put("type", StripeRefusal.CARD)
                    .put("code", card.code())
                    .put("decline_code", card.declineCode());
            objects.update(setup);
            turn.tell("setup_intent.setup_failed", setup);
            return setup;
        }
        setup.put("payment_method", method.path("id").asText());
        if (card.authenticatesOnPage()) {
            setup.put(STATUS, NEEDS_ACTION).putObject("next_action").put("type", "use_stripe_sdk");
            objects.update(setup);
            return setup;
        }
        return saved(turn, setup);
    }

    ObjectNode authenticateSetup(StripeTurn turn, ObjectNode setup, boolean approved) {
        if (!NEEDS_ACTION.equals(setup.path(STATUS).asText())) {
            return setup;
        }
        if (approved) {
            return saved(turn, setup);
        }
        setup.put(STATUS, NEEDS_METHOD)
                .putNull("payment_method")
                .putObject("last_setup_error")
                .put("type", StripeRefusal.CARD)
                .put("code", "setup_intent_authentication_failure");
        objects.update(setup);
        turn.tell("setup_intent.setup_failed", setup);
        return setup;
    }

    private ObjectNode saved(StripeTurn turn, ObjectNode setup) {
        setup.put(STATUS, "succeeded").putNull("next_action").putNull("last_setup_error");
        objects.update(setup);
        turn.tell("setup_intent.succeeded", setup);
        return setup;
    }

    private static StripeRefusal unexpected(ObjectNode intent, String what) {
        return StripeRefusal.invalid(
                "payment_intent_unexpected_state",
                null,
                "You cannot " + what + " this PaymentIntent because it has a status of "
                        + intent.path(STATUS).asText() + ".");
    }
}
