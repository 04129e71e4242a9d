package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Component;

/** Money that moves: charges, refunds and disputes, each with its line on the balance. */
@Component
@ConditionalOnSandbox
class StripeCharges {

    private static final long FEE_PER_MILLE = 29;
    private static final long FEE_FIXED = 30;
    private static final long DISPUTE_FEE = 1500;
    private static final Duration DISPUTE_DUE = Duration.ofDays(9);

    private final StripeObjects objects;
    private final ObjectMapper json;

    StripeCharges(StripeObjects objects, ObjectMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** Takes the money of an intent. */
    ObjectNode charge(StripeTurn turn, ObjectNode intent, ObjectNode method) {
        var amount = intent.path("amount").asLong();
        var charge = objects.start(turn, "ch_", StripeObjects.CHARGE)
                .put("amount", amount)
                .put("amount_captured", amount)
                .put("amount_refunded", 0)
                .put("captured", true)
                .put("paid", true)
                .put("refunded", false)
                .put("disputed", false)
                .put("status", "succeeded")
                .put("currency", intent.path("currency").asText())
                .put("customer", intent.path("customer").asText(null))
                .put("description", intent.path("description").asText(null))
                .put("payment_intent", intent.path("id").asText())
                .put("payment_method", method.path("id").asText())
                .putNull("failure_code")
                .putNull("failure_message");
        charge.set("metadata", intent.path("metadata").deepCopy());
        var details = charge.putObject("payment_method_details").put("type", "card");
        details.set("card", method.path("card").deepCopy());
        var fee = amount * FEE_PER_MILLE / 1000 + FEE_FIXED;
        charge.put("balance_transaction", line(turn, "charge", charge, amount, fee));
        objects.keep(turn, charge, intent.path("id").asText());
        turn.tell("charge.succeeded", charge);
        return charge;
    }

    /** Gives back up to what is left of an intent's charge. */
    ObjectNode refund(StripeTurn turn, StripeForm form, StripeMethods methods) {
        var intentId = form.required("payment_intent");
        var intent = objects.lock(turn, StripeObjects.INTENT, intentId);
        if (intent.path("latest_charge").isNull()) {
            throw StripeRefusal.invalid(
                    null, "payment_intent", "This PaymentIntent (" + intentId + ") does not have a successful charge.");
        }
        var charge = objects.lock(
                turn, StripeObjects.CHARGE, intent.path("latest_charge").asText());
        var left =
                charge.path("amount").asLong() - charge.path("amount_refunded").asLong();
        var amount = form.text("amount") == null ? left : form.amount("amount");
        if (left == 0) {
            throw StripeRefusal.invalid(
                    "charge_already_refunded",
                    null,
                    "Charge " + charge.path("id").asText() + " has already been refunded.");
        }
        if (amount > left) {
            throw StripeRefusal.invalid(
                    null,
                    "amount",
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        var refund = objects.start(turn, "re_", StripeObjects.REFUND)
                .put("amount", amount)
                .put("currency", charge.path("currency").asText())
                .put("charge", charge.path("id").asText())
                .put("payment_intent", intentId)
                .put("reason", form.text("reason"))
                .put("status", "succeeded")
                .putNull("failure_reason");
        refund.set("metadata", form.members(json, "metadata"));
        refund.put("balance_transaction", line(turn, "refund", refund, -amount, 0));
        objects.keep(turn, refund, intentId);
        var refunded = charge.path("amount_refunded").asLong() + amount;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.path("amount").asLong());
        objects.update(charge);
        turn.tell("refund.created", refund);
        turn.tell("charge.refunded", charge);
        var method = objects.find(
                turn, StripeObjects.METHOD, charge.path("payment_method").asText());
        if (methods.cardOf(method) == StripeTestCard.REFUND_FAILS) {
            fail(turn, refund, charge);
        }
        return refund;
    }

    /** The bank sends a refund back: the answer said it succeeded, an event says it didn't. */
    private void fail(StripeTurn turn, ObjectNode refund, ObjectNode charge) {
        var failed = refund.deepCopy().put("status", "failed").put("failure_reason", "lost_or_stolen_card");
        failed.put(
                "failure_balance_transaction",
                line(turn, "refund_failure", failed, refund.path("amount").asLong(), 0));
        objects.update(failed);
        charge.put(
                        "amount_refunded",
                        charge.path("amount_refunded").asLong()
                                - refund.path("amount").asLong())
                .put("refunded", false);
        objects.update(charge);
        turn.tell("refund.failed", failed);
    }

    /** The card's owner disputes a charge: the money is gone until it is won. */
    ObjectNode dispute(StripeTurn turn, String chargeId) {
        var charge = objects.lock(turn, StripeObjects.CHARGE, chargeId);
        if (charge.path("disputed").asBoolean()) {
            throw StripeRefusal.invalid("charge_disputed", null, "The charge has been disputed already.");
        }
        var dispute = objects.start(turn, "dp_", StripeObjects.DISPUTE)
                .put("amount", charge.path("amount").asLong())
                .put("currency", charge.path("currency").asText())
                .put("charge", chargeId)
                .put("payment_intent", charge.path("payment_intent").asText())
                .put("reason", "fraudulent")
                .put("status", "needs_response")
                .put("is_charge_refundable", false);
        dispute.putObject("metadata");
        dispute.putObject("evidence_details")
                .put("due_by", turn.now().plus(DISPUTE_DUE).getEpochSecond())
                .put("has_evidence", false)
                .put("past_due", false)
                .put("submission_count", 0);
        dispute.putArray("balance_transactions");
        move(turn, dispute, -charge.path("amount").asLong(), DISPUTE_FEE);
        objects.keep(turn, dispute, charge.path("payment_intent").asText());
        charge.put("disputed", true);
        objects.update(charge);
        turn.tell("charge.dispute.created", dispute);
        return dispute;
    }

    /** A line on the balance that the dispute itself tells as well. */
    private void move(StripeTurn turn, ObjectNode dispute, long amount, long fee) {
        var id = line(turn, "adjustment", dispute, amount, fee);
        dispute.withArray("balance_transactions").add(objects.find(turn, StripeObjects.TRANSACTION, id));
    }

    /** The bank decides a dispute. */
    ObjectNode decide(StripeTurn turn, String disputeId, boolean won) {
        var dispute = objects.lock(turn, StripeObjects.DISPUTE, disputeId);
        if (!"needs_response".equals(dispute.path("status").asText())) {
            throw StripeRefusal.invalid(null, null, "This dispute is closed.");
        }
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            move(turn, dispute, dispute.path("amount").asLong(), -DISPUTE_FEE);
        }
        objects.update(dispute);
        turn.tell("charge.dispute.closed", dispute);
        return dispute;
    }

    /** A line on the balance. @return its id */
    private String line(StripeTurn turn, String type, ObjectNode source, long amount, long fee) {
        var line = objects.start(turn, "txn_", StripeObjects.TRANSACTION)
                .put("amount", amount)
                .put("fee", fee)
                .put("net", amount - fee)
                .put("currency", source.path("currency").asText())
                .put("type", type)
                .put("reporting_category", category(type, amount))
                .put("source", source.path("id").asText())
                .put("status", "available")
                .put("available_on", turn.seconds());
        line.remove("livemode");
        objects.keep(turn, line, source.path("id").asText());
        return line.path("id").asText();
    }

    private static String category(String type, long amount) {
        if ("adjustment".equals(type)) {
            return amount < 0 ? "dispute" : "dispute_reversal";
        }
        return type;
    }
}
