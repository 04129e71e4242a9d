package org.carewright.integrations.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/** What Stripe's events mean; all that isn't listed changes nothing here. Read by hand, so any API version will do. */
final class StripeEvents {

    private StripeEvents() {}

    /**
     * What an event tells, of whichever clinic.
     *
     * @param objectId our id as Stripe keeps it; null when it has none, as with a refund made in Stripe's pages
     * @param objectRef Stripe's id of that payment, refund or set-up
     * @param intentRef the {@code pi_} it belongs to, null when it belongs to none yet
     * @param ref Stripe's id of what the event is about
     * @param dueAt until when Stripe takes evidence, of a dispute
     * @param feeSoFar what Stripe has charged for a dispute in all, null when it doesn't tell
     */
    record Told(
            String id,
            String kind,
            UUID objectId,
            String objectRef,
            String intentRef,
            String ref,
            Money amount,
            String detail,
            boolean live,
            Instant at,
            Instant dueAt,
            Money feeSoFar) {}

    /** Null for what means nothing to us. */
    static Told read(JsonNode event) {
        var object = event.path("data").path("object");
        var type = event.path("type").asText();
        var kind = kind(type, object);
        if (kind == null) {
            return null;
        }
        var id = object.path("id").asText();
        return new Told(
                event.path("id").asText(),
                kind,
                ourId(object),
                type.startsWith("charge.dispute.")
                        ? object.path("payment_intent").asText(null)
                        : id,
                "payment_intent".equals(object.path("object").asText())
                        ? id
                        : object.path("payment_intent").asText(null),
                id,
                amount(object),
                detail(type, object),
                event.path("livemode").asBoolean(),
                Instant.ofEpochSecond(event.path("created").asLong()),
                dueAt(object),
                feeSoFar(type, object));
    }

    private static Instant dueAt(JsonNode object) {
        var due = object.at("/evidence_details/due_by");
        return due.canConvertToLong() && due.asLong() > 0 ? Instant.ofEpochSecond(due.asLong()) : null;
    }

    /** The sum of a dispute's lines on the balance: what a won one brought back is taken off there. */
    private static Money feeSoFar(String type, JsonNode object) {
        var lines = object.path("balance_transactions");
        if (!type.startsWith("charge.dispute.") || !lines.isArray() || lines.isEmpty()) {
            return null;
        }
        var fee = 0L;
        for (var line : lines) {
            fee = Math.addExact(fee, line.path("fee").asLong());
        }
        return StripeReading.money(fee, lines.get(0).path("currency").asText());
    }

    private static String kind(String type, JsonNode object) {
        return switch (type) {
            case "payment_intent.succeeded" -> "payment_succeeded";
            case "payment_intent.processing" -> "payment_processing";
            // On a page another card can be tried: only the page's end is the payment's.
            case "payment_intent.payment_failed", "payment_intent.canceled" ->
                isOnPage(object) ? null : "payment_failed";
            case "checkout.session.completed" -> completed(object);
            case "checkout.session.async_payment_succeeded" -> "payment_succeeded";
            case "checkout.session.async_payment_failed" -> "payment_failed";
            case "checkout.session.expired" -> isSetup(object) ? null : "payment_failed";
            case "refund.created", "refund.updated", "charge.refund.updated", "refund.failed" -> refund(object);
            case "charge.dispute.created" -> "dispute_opened";
            case "charge.dispute.closed" ->
                "lost".equals(object.path("status").asText()) ? "dispute_lost" : "dispute_won";
            default -> null;
        };
    }

    private static String completed(JsonNode session) {
        if (isSetup(session)) {
            return "method_saved";
        }
        return "paid".equals(session.path("payment_status").asText()) ? "payment_succeeded" : "payment_processing";
    }

    private static String refund(JsonNode refund) {
        return switch (refund.path("status").asText()) {
            case "succeeded" -> "refund_succeeded";
            case "failed", "canceled" -> "refund_failed";
            default -> null;
        };
    }

    private static boolean isSetup(JsonNode session) {
        return "setup".equals(session.path("mode").asText());
    }

    private static boolean isOnPage(JsonNode intent) {
        return "true".equals(intent.path("metadata").path(StripeOrders.ON_PAGE).asText());
    }

    private static UUID ourId(JsonNode object) {
        for (var name : new String[] {StripeOrders.PAYMENT_ID, StripeOrders.REFUND_ID, StripeOrders.SETUP_ID}) {
            try {
                return UUID.fromString(object.path("metadata").path(name).asText());
            } catch (IllegalArgumentException e) {
                // Another kind of object, or metadata somebody else has written.
            }
        }
        return null;
    }

    /** What was received, asked for or disputed. */
    private static Money amount(JsonNode object) {
        var currency = object.path("currency").asText("");
        for (var name : new String[] {"amount_received", "amount", "amount_total"}) {
            var amount = object.path(name);
            if (amount.canConvertToLong() && amount.asLong() > 0 && currency.length() == 3) {
                return StripeReading.money(amount.asLong(), currency);
            }
        }
        return null;
    }

    private static String detail(String type, JsonNode object) {
        if (type.startsWith("charge.dispute.")) {
            return object.path("reason").asText(null);
        } else if ("checkout.session.expired".equals(type)) {
            return "expired";
        }
        var error = object.path("last_payment_error");
        return error.isObject()
                ? StripeReading.decline(
                                error.path("decline_code").asText(null),
                                error.path("code").asText(null))
                        .code()
                : object.path("failure_reason").asText(null);
    }
}
