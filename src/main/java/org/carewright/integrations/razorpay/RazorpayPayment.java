package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.carewright.integrations.payment.PaidWith;
import org.carewright.shared.money.Money;

/** A payment as the API or a webhook tells it, read leniently: fields that nobody needs may have any form. */
record RazorpayPayment(JsonNode json) {

    String id() {
        return json.path("id").asText();
    }

    String orderId() {
        return json.path("order_id").asText("");
    }

    /** Money that is there, also when some or all of it was given back since. */
    boolean isCaptured() {
        return json.path("captured").asBoolean() || "captured".equals(status()) || "refunded".equals(status());
    }

    /** Not decided: asked for in the payer's app, or authorised and about to be captured. */
    boolean isPending() {
        return "created".equals(status()) || "authorized".equals(status());
    }

    private String status() {
        return json.path("status").asText("");
    }

    Money amount() {
        return amountOf(json).orElseThrow(() -> new RazorpayUnsettledException("no_amount"));
    }

    /** The amount of a payment, refund or dispute; empty when it has none that can be right. */
    static Optional<Money> amountOf(JsonNode entity) {
        var amount = entity.path("amount");
        var currency = entity.path("currency").asText("");
        return amount.isIntegralNumber()
                        && amount.canConvertToLong()
                        && currency.matches("[A-Z]{3}")
                        && isKnown(currency)
                ? Optional.of(Money.of(amount.asLong(), currency))
                : Optional.empty();
    }

    private static boolean isKnown(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency));
    }

    /** Nothing can be charged again: that needs a mandate of the payer's bank, which we don't ask for. */
    PaidWith with() {
        var card = json.path("card");
        var last4 = card.path("last4").asText("");
        return new PaidWith(
                json.path("method").asText("card"),
                card.has("network") ? card.path("network").asText().toLowerCase(Locale.ROOT) : null,
                last4.matches("\\d{4}") ? last4 : null,
                null,
                null);
    }

    /** The items of a collection. */
    static List<RazorpayPayment> all(JsonNode collection) {
        return StreamSupport.stream(collection.path("items").spliterator(), false)
                .map(RazorpayPayment::new)
                .toList();
    }
}
