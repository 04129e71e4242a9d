package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/** What Razorpay's webhooks mean; all that isn't listed changes nothing here. */
@Component
class RazorpayEvents {

    private static final String PAYMENT = "payment";
    private static final String REFUND = "refund";
    private static final String DISPUTE = "dispute";

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("payment.authorized", new Meaning("payment_processing", PAYMENT)),
            Map.entry("payment.pending", new Meaning("payment_processing", PAYMENT)),
            Map.entry("payment.captured", new Meaning("payment_succeeded", PAYMENT)),
            Map.entry("order.paid", new Meaning("payment_succeeded", PAYMENT)),
            Map.entry("payment.failed", new Meaning("payment_failed", PAYMENT)),
            Map.entry("refund.processed", new Meaning("refund_succeeded", REFUND)),
            Map.entry("refund.failed", new Meaning("refund_failed", REFUND)),
            Map.entry("payment.dispute.created", new Meaning("dispute_opened", DISPUTE)),
            Map.entry("payment.dispute.won", new Meaning("dispute_won", DISPUTE)),
            Map.entry("payment.dispute.lost", new Meaning("dispute_lost", DISPUTE)));

    /** @param subject the entity of the payload it is about */
    private record Meaning(String kind, String subject) {}

    /**
     * What a webhook tells, of whichever clinic.
     *
     * @param subjectRef the payment's, refund's or dispute's id
     * @param orderRef the order it belongs to, empty when it tells none
     * @param receipt of a refund the id we gave it, empty for none
     * @param amount null when it tells none
     * @param dueAt until when Razorpay takes evidence, of a dispute
     */
    record Told(
            String kind,
            boolean isRefund,
            String subjectRef,
            String orderRef,
            String receipt,
            Money amount,
            String detail,
            Instant at,
            Instant dueAt) {}

    /** Null for what means nothing to us. */
    Told read(JsonNode body) {
        var meaning = MEANINGS.get(body.path("event").asText());
        if (meaning == null) {
            return null;
        }
        var subject = body.at("/payload/" + meaning.subject() + "/entity");
        var payment = new RazorpayPayment(body.at("/payload/payment/entity"));
        var ref = subject.path("id").asText("");
        if (ref.isEmpty()) {
            return null;
        }
        return new Told(
                meaning.kind(),
                REFUND.equals(meaning.subject()),
                ref,
                payment.orderId(),
                subject.path("receipt").asText(""),
                RazorpayPayment.amountOf(subject).orElse(null),
                detail(meaning, subject),
                Instant.ofEpochSecond(body.path("created_at").asLong()),
                dueAt(subject));
    }

    private static Instant dueAt(JsonNode subject) {
        var due = subject.path("respond_by").asLong();
        return due > 0 ? Instant.ofEpochSecond(due) : null;
    }

    /** A code only: descriptions could hold anything. */
    private static String detail(Meaning meaning, JsonNode subject) {
        return switch (meaning.kind()) {
            case "payment_failed" -> RazorpayReasons.of(subject).code();
            case "dispute_opened" -> {
                var reason = subject.path("reason_code").asText("");
                yield reason.matches("[a-z_]{1,80}") ? reason : null;
            }
            default -> null;
        };
    }
}
