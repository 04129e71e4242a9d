package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Checkout sessions: the hosted page on which a patient pays or saves a card. */
@Component
@ConditionalOnSandbox
class StripeSessions {

    static final String PAGES = StripeSandboxAccounts.PATH + "/pay/";

    private static final String STATUS = "status";
    private static final String INTENT_METADATA = "sandbox_intent_metadata";
    private static final String KEEP_CARD = "sandbox_keep_card";

    private final StripeObjects objects;
    private final StripeIntents intents;
    private final StripeMethods methods;
    private final PublicUrl publicUrl;
    private final ObjectMapper json;

    StripeSessions(
            StripeObjects objects,
            StripeIntents intents,
            StripeMethods methods,
            PublicUrl publicUrl,
            ObjectMapper json) {
        this.objects = objects;
        this.intents = intents;
        this.methods = methods;
        this.publicUrl = publicUrl;
        this.json = json;
    }

    ObjectNode create(StripeTurn turn, StripeForm form) {
        var mode = form.required("mode");
        var session = objects.start(turn, "cs_test_", StripeObjects.SESSION)
                .put("mode", mode)
                .put(STATUS, "open")
                .put("customer", form.text("customer"))
                .put("client_reference_id", form.text("client_reference_id"))
                .put("success_url", form.required("success_url"))
                .put("cancel_url", form.text("cancel_url"))
                .put("locale", form.text("locale"))
                .put("ui_mode", "hosted_page")
                .put("expires_at", StripeMethods.dayAfter(turn.now()))
                .putNull("payment_intent")
                .putNull("setup_intent");
        session.set("metadata", form.members(json, "metadata"));
        session.put("url", publicUrl.of(PAGES + session.path("id").asText()));
        if (form.text("customer") != null) {
            objects.find(turn, StripeObjects.CUSTOMER, form.text("customer"));
        }
        switch (mode) {
            case "payment" -> {
                var amount =
                        form.amount("line_items[0][price_data][unit_amount]") * form.amount("line_items[0][quantity]");
                session.put("amount_subtotal", amount)
                        .put("amount_total", amount)
                        .put(
                                "currency",
                                form.required("line_items[0][price_data][currency]")
                                        .toLowerCase(Locale.ROOT))
                        .put("payment_status", "unpaid")
                        .put("sandbox_item", form.required("line_items[0][price_data][product_data][name]"))
                        .put("sandbox_description", form.text("payment_intent_data[description]"))
                        .put(KEEP_CARD, form.text("payment_intent_data[setup_future_usage]") != null);
                session.set(INTENT_METADATA, form.members(json, "payment_intent_data[metadata]"));
            }
            case "setup" -> {
                session.put("currency", form.text("currency")).put("payment_status", "no_payment_required");
                session.put(
                        "setup_intent",
                        intents.startSetup(
                                        turn,
                                        form.required("customer"),
                                        form.members(json, "setup_intent_data[metadata]"))
                                .path("id")
                                .asText());
            }
            default -> throw StripeRefusal.invalid(null, "mode", "The sandbox has no mode " + mode);
        }
        return objects.keep(turn, session, form.text("customer"));
    }

    /** A session by its id; one whose time is over has expired. */
    ObjectNode current(StripeTurn turn, String id) {
        var session = objects.lock(turn, StripeObjects.SESSION, id);
        var isOver = session.path("expires_at").asLong() <= turn.seconds();
        return isOver && isOpen(session) ? end(turn, session) : session;
    }

    ObjectNode expire(StripeTurn turn, String id) {
        var session = current(turn, id);
        if (!isOpen(session)) {
            throw StripeRefusal.invalid(
                    null, "session", "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        }
        return end(turn, session);
    }

    private ObjectNode end(StripeTurn turn, ObjectNode session) {
        session.put(STATUS, "expired").putNull("url");
        objects.update(session);
        turn.tell("checkout.session.expired", session);
        return session;
    }

    /** A card is typed on the page. @return the session afterwards */
    ObjectNode submit(StripeTurn turn, String id, StripeTestCard card) {
        var session = current(turn, id);
        if (!isOpen(session)) {
            return session;
        }
        var customer = session.path("customer").asText(null);
        if (isSetup(session)) {
            var setup = objects.lock(
                    turn, StripeObjects.SETUP, session.path("setup_intent").asText());
            return completed(turn, session, intents.saveCard(turn, setup, methods.method(turn, card, customer)));
        }
        var keeps = session.path(KEEP_CARD).asBoolean() && customer != null;
        var intent = intentOf(turn, session);
        return completed(turn, session, intents.pay(turn, intent, methods.method(turn, card, keeps ? customer : null)));
    }

    /** The bank's page was answered. */
    ObjectNode authenticate(StripeTurn turn, String id, boolean approved) {
        var session = current(turn, id);
        if (!isOpen(session)) {
            return session;
        }
        return completed(
                turn,
                session,
                isSetup(session)
                        ? intents.authenticateSetup(
                                turn,
                                objects.lock(
                                        turn,
                                        StripeObjects.SETUP,
                                        session.path("setup_intent").asText()),
                                approved)
                        : intents.authenticate(turn, intentOf(turn, session), approved));
    }

    /** Whether the bank wants to be asked. */
    boolean needsAuthentication(StripeTurn turn, ObjectNode session) {
        return "requires_action".equals(inner(turn, session).path(STATUS).asText());
    }

    /** Why the last try failed, as a code; null when there was none or it didn't. */
    String lastError(StripeTurn turn, ObjectNode session) {
        var error = inner(turn, session).path(isSetup(session) ? "last_setup_error" : "last_payment_error");
        return error.path("decline_code").asText(error.path("code").asText(null));
    }

    private ObjectNode inner(StripeTurn turn, ObjectNode session) {
        var member = isSetup(session) ? "setup_intent" : "payment_intent";
        var id = session.path(member).asText(null);
        return id == null
                ? json.createObjectNode()
                : objects.find(turn, isSetup(session) ? StripeObjects.SETUP : StripeObjects.INTENT, id);
    }

    private ObjectNode intentOf(StripeTurn turn, ObjectNode session) {
        var known = session.path("payment_intent").asText(null);
        if (known != null) {
            return objects.lock(turn, StripeObjects.INTENT, known);
        }
        var intent = intents.start(
                turn,
                session.path("amount_total").asLong(),
                session.path("currency").asText(),
                session.path("customer").asText(null));
        intent.set("metadata", session.path(INTENT_METADATA).deepCopy());
        intent.put("description", session.path("sandbox_description").asText(null));
        if (session.path(KEEP_CARD).asBoolean()) {
            intent.put("setup_future_usage", "off_session");
        }
        objects.keep(turn, intent, session.path("id").asText());
        session.put("payment_intent", intent.path("id").asText());
        objects.update(session);
        return intent;
    }

    private ObjectNode completed(StripeTurn turn, ObjectNode session, ObjectNode inner) {
        if ("succeeded".equals(inner.path(STATUS).asText())) {
            session.put(STATUS, "complete").putNull("url");
            if (!isSetup(session)) {
                session.put("payment_status", "paid");
            }
            objects.update(session);
            turn.tell("checkout.session.completed", session);
        }
        return session;
    }

    static boolean isOpen(ObjectNode session) {
        return "open".equals(session.path(STATUS).asText());
    }

    static boolean isSetup(ObjectNode session) {
        return "setup".equals(session.path("mode").asText());
    }
}
