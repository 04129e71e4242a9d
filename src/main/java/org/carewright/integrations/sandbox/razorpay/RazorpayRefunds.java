package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refunds and disputes of captured payments, with Razorpay's checks: never more than was paid, never twice by one key. */
@Service
@ConditionalOnSandbox
class RazorpayRefunds {

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[A-Za-z0-9_-]{10,}");
    private static final long RESPOND_WITHIN_SECONDS = 7 * 24 * 3600L;

    private final RazorpayObjects objects;

    RazorpayRefunds(RazorpayObjects objects) {
        this.objects = objects;
    }

    /** A refund or dispute as it is now, and the webhooks about it. */
    record Outcome(ObjectNode made, List<RazorpaySandboxEvent> events) {}

    /**
     * @param idempotencyKey null for none
     * @param failsLater whether the bank will give it back
     */
    @Transactional
    Outcome refund(
            RazorpaySandboxAccount account,
            String paymentId,
            JsonNode request,
            String idempotencyKey,
            boolean failsLater) {
        var payment = objects.lock(account.keyId(), RazorpayObjects.PAYMENT, paymentId);
        var asked = paymentId + request;
        if (idempotencyKey != null) {
            var made = made(account, idempotencyKey, asked);
            if (made != null) {
                return new Outcome(made, List.of());
            }
        }
        var amount = checkedAmount(payment, request);
        var refund = objects.create("rfnd_", RazorpayObjects.REFUND)
                .put("amount", amount)
                .put("currency", payment.path("currency").asText())
                .put("payment_id", paymentId)
                .put("receipt", request.path("receipt").asText(null))
                .putNull("batch_id")
                .put("status", "pending")
                .put("speed_processed", "normal")
                .put("speed_requested", request.path("speed").asText("normal"));
        refund.set("notes", objects.notes(request));
        refund.putObject("acquirer_data").putNull("arn");
        addRefunded(payment, amount);
        var orderId = payment.path("order_id").asText();
        var events = new ArrayList<>(List.of(objects.event(account, "refund.created", orderId, refund, payment)));
        if (!failsLater) {
            refund.put("status", "processed");
            events.add(objects.event(account, "refund.processed", orderId, refund, payment));
        }
        objects.keep(account.keyId(), RazorpayObjects.REFUND, paymentId, idempotencyKey, asked, refund);
        return new Outcome(refund, events);
    }

    /** The bank gives a pending refund back. */
    @Transactional
    Outcome fail(RazorpaySandboxAccount account, String refundId) {
        var paymentId = objects.find(account.keyId(), RazorpayObjects.REFUND, refundId)
                .path("payment_id")
                .asText();
        var payment = objects.lock(account.keyId(), RazorpayObjects.PAYMENT, paymentId);
        var refund = objects.lock(account.keyId(), RazorpayObjects.REFUND, refundId);
        if (!"pending".equals(refund.path("status").asText())) {
            throw RazorpayRefusal.bad("The refund is not pending", null);
        }
        refund.put("status", "failed");
        objects.change(refund);
        addRefunded(payment, -refund.path("amount").asLong());
        return new Outcome(
                refund,
                List.of(objects.event(
                        account, "refund.failed", payment.path("order_id").asText(), refund, payment)));
    }

    /** The payer's bank takes the money back until somebody explains. */
    @Transactional
    Outcome dispute(RazorpaySandboxAccount account, String paymentId) {
        var payment = objects.lock(account.keyId(), RazorpayObjects.PAYMENT, paymentId);
        if (!payment.path("captured").asBoolean()) {
            throw RazorpayRefusal.bad("The payment status should be captured for action to be taken", null);
        }
        var dispute = objects.create("disp_", RazorpayObjects.DISPUTE)
                .put("payment_id", paymentId)
                .put("amount", payment.path("amount").asLong())
                .put("currency", payment.path("currency").asText())
                .put("amount_deducted", 0)
                .put("reason_code", "goods_or_services_not_received_or_partially_received")
                .put("respond_by", objects.now().getEpochSecond() + RESPOND_WITHIN_SECONDS)
                .put("status", "open")
                .put("phase", "chargeback");
        objects.keep(account.keyId(), RazorpayObjects.DISPUTE, paymentId, dispute);
        return disputeEvent(account, "payment.dispute.created", payment, dispute);
    }

    /** The bank decides. */
    @Transactional
    Outcome closeDispute(RazorpaySandboxAccount account, String disputeId, boolean won) {
        var dispute = objects.lock(account.keyId(), RazorpayObjects.DISPUTE, disputeId);
        var payment = objects.find(
                account.keyId(),
                RazorpayObjects.PAYMENT,
                dispute.path("payment_id").asText());
        dispute.put("status", won ? "won" : "lost")
                .put("amount_deducted", won ? 0 : dispute.path("amount").asLong());
        objects.change(dispute);
        return disputeEvent(account, won ? "payment.dispute.won" : "payment.dispute.lost", payment, dispute);
    }

    private Outcome disputeEvent(RazorpaySandboxAccount account, String name, ObjectNode payment, ObjectNode dispute) {
        return new Outcome(
                dispute,
                List.of(objects.event(account, name, payment.path("order_id").asText(), payment, dispute)));
    }

    private ObjectNode made(RazorpaySandboxAccount account, String idempotencyKey, String asked) {
        if (!IDEMPOTENCY_KEY.matcher(idempotencyKey).matches()) {
            throw RazorpayRefusal.bad("The idempotency key is invalid", null);
        }
        var made = objects.ofIdempotencyKey(account.keyId(), RazorpayObjects.REFUND, idempotencyKey);
        if (made == null) {
            return null;
        }
        if (!asked.equals(made.request())) {
            throw RazorpayRefusal.bad(
                    "Different request with the same idempotency key has already been processed.", null);
        }
        return objects.parse(made.body());
    }

    private static long checkedAmount(ObjectNode payment, JsonNode request) {
        var left = payment.path("amount").asLong()
                - payment.path("amount_refunded").asLong();
        var asked = RazorpayOrders.amount(request, false);
        if (!payment.path("captured").asBoolean()) {
            throw RazorpayRefusal.bad("The payment status should be captured for action to be taken", null);
        }
        if (left == 0) {
            throw RazorpayRefusal.bad("The payment has been fully refunded already", null);
        }
        if (asked > left) {
            throw RazorpayRefusal.bad("The total refund amount is greater than the refund payment amount", "amount");
        }
        return asked < 0 ? left : asked;
    }

    private void addRefunded(ObjectNode payment, long amount) {
        var refunded = payment.path("amount_refunded").asLong() + amount;
        var isFull = refunded == payment.path("amount").asLong();
        payment.put("amount_refunded", refunded)
                .put("refund_status", refunded == 0 ? null : isFull ? "full" : "partial")
                .put("status", isFull ? "refunded" : "captured");
        objects.change(payment);
    }
}
