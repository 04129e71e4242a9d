package org.carewright.integrations.razorpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.carewright.integrations.payment.DeclineCode;

/** Razorpay's reasons as ours. Its error code is a broad class; the reason tells what happened. */
final class RazorpayReasons {

    private RazorpayReasons() {}

    /** Why a failed payment failed. */
    static DeclineCode of(JsonNode payment) {
        var reason = payment.path("error_reason").asText("").toLowerCase(Locale.ROOT);
        return switch (reason) {
            case "insufficient_funds", "transaction_limit_exceeded", "debit_limit_exceeded" ->
                DeclineCode.INSUFFICIENT_FUNDS;
            case "card_expired", "expired_card" -> DeclineCode.EXPIRED_CARD;
            case "authentication_failed", "incorrect_otp", "incorrect_pin", "otp_expired" ->
                DeclineCode.AUTHENTICATION_FAILED;
            case "payment_cancelled", "user_dropped_off" -> DeclineCode.CANCELLED;
            case "payment_timed_out", "payment_session_expired", "collect_request_expired" -> DeclineCode.EXPIRED;
            case "incorrect_card_details",
                    "incorrect_cvv",
                    "incorrect_card_number",
                    "invalid_vpa",
                    "card_number_invalid" -> DeclineCode.INCORRECT_DETAILS;
            case "card_lost", "card_stolen", "card_blocked", "suspected_fraud", "payment_risk_check_failed" ->
                DeclineCode.CARD_BLOCKED;
            case "card_not_enrolled", "card_not_supported", "international_transaction_not_allowed" ->
                DeclineCode.METHOD_NOT_USABLE;
            case "payment_declined", "card_declined", "payment_failed" -> DeclineCode.CARD_DECLINED;
            case "gateway_technical_error", "bank_technical_error", "issuer_technical_error", "server_error" ->
                DeclineCode.PROCESSING_ERROR;
            default -> DeclineCode.OTHER;
        };
    }
}
