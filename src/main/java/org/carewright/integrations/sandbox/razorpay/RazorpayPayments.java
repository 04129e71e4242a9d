package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments on orders as payers make them. Captured at once, as the account is set to. */
@Service
@ConditionalOnSandbox
class RazorpayPayments {

    private static final String CREATED = "created";
    private static final String CAPTURED = "captured";

    /** Two percent, and 18 percent GST on them. */
    private static final long FEE_PERCENT = 2;

    private static final long GST_PERCENT = 18;
    private static final long HUNDRED = 100;

    private final RazorpayObjects objects;

    RazorpayPayments(RazorpayObjects objects) {
        this.objects = objects;
    }

    /** A payment as it is now, and the webhooks about what happened. */
    record Outcome(ObjectNode payment, List<RazorpaySandboxEvent> events) {}

    /** @throws RazorpayRefusal when the order is paid already or there is none */
    @Transactional
    Outcome attempt(RazorpaySandboxAccount account, String orderId, RazorpayAttempt attempt) {
        var order = objects.lock(account.keyId(), RazorpayObjects.ORDER, orderId);
        refusePaid(order);
        order.put("attempts", order.path("attempts").asInt() + 1).put("status", "attempted");
        var payment = payment(order, attempt);
        objects.keep(account.keyId(), RazorpayObjects.PAYMENT, orderId, payment);
        if (attempt == RazorpayAttempt.UPI_LATE) {
            objects.change(order);
            return new Outcome(payment, List.of());
        }
        return attempt.fails() ? fail(account, order, payment, attempt) : capture(account, order, payment);
    }

    /** The app answers after all. @param paid whether the payer said yes */
    @Transactional
    Outcome answerLate(RazorpaySandboxAccount account, String paymentId, boolean paid) {
        var orderId = objects.find(account.keyId(), RazorpayObjects.PAYMENT, paymentId)
                .path("order_id")
                .asText();
        var order = objects.lock(account.keyId(), RazorpayObjects.ORDER, orderId);
        var payment = objects.lock(account.keyId(), RazorpayObjects.PAYMENT, paymentId);
        if (!CREATED.equals(payment.path("status").asText())) {
            throw RazorpayRefusal.bad("This payment has already been processed", null);
        }
        if (!paid) {
            return fail(account, order, payment, RazorpayAttempt.UPI_FAILED);
        }
        refusePaid(order);
        return capture(account, order, payment);
    }

    private Outcome capture(RazorpaySandboxAccount account, ObjectNode order, ObjectNode payment) {
        var orderId = order.path("id").asText();
        payment.put("status", "authorized");
        var authorized = objects.event(account, "payment.authorized", orderId, payment);
        var amount = payment.path("amount").asLong();
        var fee = amount * FEE_PERCENT / HUNDRED;
        var tax = fee * GST_PERCENT / HUNDRED;
        payment.put("status", CAPTURED)
                .put("captured", true)
                .put("fee", fee + tax)
                .put("tax", tax);
        order.put("status", "paid").put("amount_paid", amount).put("amount_due", 0);
        objects.change(payment);
        objects.change(order);
        return new Outcome(
                payment,
                List.of(
                        authorized,
                        objects.event(account, "payment.captured", orderId, payment),
                        objects.event(account, "order.paid", orderId, payment, order)));
    }

    private Outcome fail(
            RazorpaySandboxAccount account, ObjectNode order, ObjectNode payment, RazorpayAttempt attempt) {
        payment.put("status", "failed")
                .put("error_code", "GATEWAY_ERROR")
                .put("error_description", attempt.description())
                .put("error_source", "issuer_bank")
                .put("error_step", "payment_authorization")
                .put("error_reason", attempt.reason());
        objects.change(payment);
        objects.change(order);
        return new Outcome(
                payment,
                List.of(objects.event(
                        account, "payment.failed", order.path("id").asText(), payment)));
    }

    private ObjectNode payment(ObjectNode order, RazorpayAttempt attempt) {
        var isUpi = "upi".equals(attempt.method());
        var payment = objects.create("pay_", RazorpayObjects.PAYMENT)
                .put("amount", order.path("amount").asLong())
                .put("currency", order.path("currency").asText())
                .put("status", CREATED)
                .put("order_id", order.path("id").asText())
                .putNull("invoice_id")
                .put("international", false)
                .put("method", attempt.method())
                .put("amount_refunded", 0)
                .putNull("refund_status")
                .put("captured", false)
                .putNull("description")
                .put("card_id", isUpi ? null : RazorpayIds.id("card_"))
                .putNull("bank")
                .putNull("wallet")
                .put("vpa", isUpi ? "success@razorpay" : null)
                .put("email", "void@razorpay.com")
                .put("contact", "+919999999999")
                .putNull("fee")
                .putNull("tax")
                .putNull("error_code")
                .putNull("error_description")
                .putNull("error_source")
                .putNull("error_step")
                .putNull("error_reason");
        payment.set("notes", objects.notes(order));
        payment.putObject("acquirer_data").put(isUpi ? "rrn" : "auth_code", isUpi ? "226543210987" : "541898");
        if (!isUpi) {
            payment.putObject("card")
                    .put("id", payment.path("card_id").asText())
                    .put("entity", "card")
                    .put("last4", "1111")
                    .put("network", "Visa")
                    .put("type", "debit")
                    .put("international", false);
        }
        return payment;
    }

    private static void refusePaid(ObjectNode order) {
        if ("paid".equals(order.path("status").asText())) {
            throw RazorpayRefusal.bad("Order already paid", null);
        }
    }
}
