package org.carewright.integrations.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import java.net.URI;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.carewright.integrations.payment.DeclineCode;
import org.carewright.integrations.payment.PaidWith;
import org.carewright.integrations.payment.PaymentResult;
import org.carewright.integrations.payment.RefundResult;
import org.carewright.integrations.payment.SetupResult;
import org.carewright.integrations.payment.StoredMethod;
import org.carewright.shared.money.Money;

/** What Stripe's objects mean in our words. */
final class StripeReading {

    private static final Map<String, DeclineCode> DECLINES = Map.ofEntries(
            Map.entry("insufficient_funds", DeclineCode.INSUFFICIENT_FUNDS),
            Map.entry("expired_card", DeclineCode.EXPIRED_CARD),
            Map.entry("authentication_required", DeclineCode.AUTHENTICATION_REQUIRED),
            Map.entry("payment_intent_authentication_failure", DeclineCode.AUTHENTICATION_FAILED),
            Map.entry("setup_intent_authentication_failure", DeclineCode.AUTHENTICATION_FAILED),
            Map.entry("lost_card", DeclineCode.CARD_BLOCKED),
            Map.entry("stolen_card", DeclineCode.CARD_BLOCKED),
            Map.entry("pickup_card", DeclineCode.CARD_BLOCKED),
            Map.entry("fraudulent", DeclineCode.CARD_BLOCKED),
            Map.entry("incorrect_cvc", DeclineCode.INCORRECT_DETAILS),
            Map.entry("incorrect_number", DeclineCode.INCORRECT_DETAILS),
            Map.entry("invalid_expiry_year", DeclineCode.INCORRECT_DETAILS),
            Map.entry("processing_error", DeclineCode.PROCESSING_ERROR),
            Map.entry("payment_method_unexpected_state", DeclineCode.METHOD_NOT_USABLE),
            Map.entry("card_declined", DeclineCode.CARD_DECLINED));

    private StripeReading() {}

    static Money money(long minor, String currency) {
        return Money.of(minor, currency.toUpperCase(Locale.ROOT));
    }

    /** The most exact meaning: the bank's code first, then Stripe's. */
    static DeclineCode decline(String declineCode, String code) {
        if (declineCode != null && DECLINES.containsKey(declineCode)) {
            return DECLINES.get(declineCode);
        }
        return DECLINES.getOrDefault(code == null ? "" : code, DeclineCode.OTHER);
    }

    static DeclineCode decline(StripeError error) {
        return error == null ? DeclineCode.OTHER : decline(error.getDeclineCode(), error.getCode());
    }

    /** A session whose intent is expanded where it has one. */
    static PaymentResult payment(Session session) {
        var intent = session.getPaymentIntentObject();
        return switch (session.getStatus()) {
            case "open" -> new PaymentResult.Waiting(session.getId(), URI.create(session.getUrl()));
            case "expired" -> new PaymentResult.Declined(session.getId(), DeclineCode.EXPIRED);
            default -> intent == null ? new PaymentResult.Waiting(session.getId(), null) : payment(intent);
        };
    }

    /** An intent whose method is expanded where it has one. */
    static PaymentResult payment(PaymentIntent intent) {
        var id = intent.getId();
        return switch (intent.getStatus()) {
            case "succeeded" ->
                new PaymentResult.Succeeded(
                        id, money(intent.getAmountReceived(), intent.getCurrency()), paidWith(intent));
            case "processing" -> new PaymentResult.Waiting(id, null);
            case "canceled" -> new PaymentResult.Declined(id, DeclineCode.CANCELLED);
            case "requires_action" -> new PaymentResult.Declined(id, DeclineCode.AUTHENTICATION_REQUIRED);
            default -> new PaymentResult.Declined(id, decline(intent.getLastPaymentError()));
        };
    }

    private static PaidWith paidWith(PaymentIntent intent) {
        var method = intent.getPaymentMethodObject();
        return method == null ? null : paidWith(method);
    }

    static PaidWith paidWith(PaymentMethod method) {
        var stored = method.getCustomer() == null ? null : new StoredMethod(method.getCustomer(), method.getId());
        var card = method.getCard();
        return card == null
                ? new PaidWith(method.getType(), null, null, null, stored)
                : new PaidWith(
                        "card",
                        card.getBrand(),
                        card.getLast4(),
                        YearMonth.of(
                                card.getExpYear().intValue(), card.getExpMonth().intValue()),
                        stored);
    }

    static SetupResult setup(Session session) {
        var setup = session.getSetupIntentObject();
        return switch (session.getStatus()) {
            case "open" -> new SetupResult.Waiting(session.getId(), URI.create(session.getUrl()));
            case "expired" -> new SetupResult.Failed(session.getId(), DeclineCode.EXPIRED);
            default -> saved(session.getId(), setup);
        };
    }

    private static SetupResult saved(String sessionId, SetupIntent setup) {
        return setup != null && "succeeded".equals(setup.getStatus()) && setup.getPaymentMethodObject() != null
                ? new SetupResult.Saved(sessionId, paidWith(setup.getPaymentMethodObject()))
                : new SetupResult.Failed(sessionId, decline(setup == null ? null : setup.getLastSetupError()));
    }

    static RefundResult refund(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" ->
                new RefundResult.Succeeded(refund.getId(), money(refund.getAmount(), refund.getCurrency()));
            case "failed", "canceled" ->
                new RefundResult.Refused(
                        refund.getId(),
                        refund.getFailureReason() == null ? refund.getStatus() : refund.getFailureReason());
            default -> new RefundResult.Waiting(refund.getId());
        };
    }
}
