package org.carewright.integrations.sandbox.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders, with Razorpay's checks. An order is paid once, whatever is tried on it. */
@Service
@ConditionalOnSandbox
class RazorpayOrders {

    /** One rupee. */
    static final long LEAST_PAISE = 100;

    private static final int LONGEST_RECEIPT = 40;
    private static final Set<String> CURRENCIES = Set.of("INR", "USD", "EUR", "GBP", "SGD", "AED", "AUD", "CAD");

    private final RazorpayObjects objects;

    RazorpayOrders(RazorpayObjects objects) {
        this.objects = objects;
    }

    @Transactional
    ObjectNode create(RazorpaySandboxAccount account, JsonNode request) {
        var amount = amount(request, true);
        var currency = request.path("currency").asText();
        if (currency.isEmpty()) {
            throw RazorpayRefusal.bad("The currency field is required.", "currency");
        }
        if (!CURRENCIES.contains(currency)) {
            throw RazorpayRefusal.bad("Currency is not supported", "currency");
        }
        if (request.path("receipt").asText().length() > LONGEST_RECEIPT) {
            throw RazorpayRefusal.bad("The receipt may not be greater than 40 characters.", "receipt");
        }
        var order = objects.create("order_", RazorpayObjects.ORDER)
                .put("amount", amount)
                .put("amount_paid", 0)
                .put("amount_due", amount)
                .put("currency", currency)
                .put("receipt", request.path("receipt").asText(null))
                .putNull("offer_id")
                .put("status", "created")
                .put("attempts", 0);
        order.set("notes", objects.notes(request));
        objects.keep(account.keyId(), RazorpayObjects.ORDER, null, order);
        return order;
    }

    /**
     * The amount asked for in minor units.
     *
     * @param required whether it may be left out; then the result is -1
     */
    static long amount(JsonNode request, boolean required) {
        var amount = request.path("amount");
        if (amount.isMissingNode() || amount.isNull()) {
            if (required) {
                throw RazorpayRefusal.bad("The amount field is required.", "amount");
            }
            return -1;
        }
        var text = amount.asText();
        if (!text.matches("-?\\d{1,15}")) {
            throw RazorpayRefusal.bad("The amount must be an integer.", "amount");
        }
        var value = Long.parseLong(text);
        if (value < LEAST_PAISE) {
            throw RazorpayRefusal.bad("The amount must be at least INR 1.00", "amount");
        }
        return value;
    }
}
