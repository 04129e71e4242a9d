package org.carewright.integrations.sandbox.stripe;

/** An error as Stripe answers it. */
class StripeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String INVALID = "invalid_request_error";
    static final String CARD = "card_error";

    private final int status;
    private final String type;
    private final String code;
    private final String declineCode;
    private final String param;

    StripeRefusal(int status, String type, String code, String declineCode, String param, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.declineCode = declineCode;
        this.param = param;
    }

    static StripeRefusal invalid(String code, String param, String message) {
        return new StripeRefusal(400, INVALID, code, null, param, message);
    }

    static StripeRefusal missing(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static StripeRefusal noSuch(String kind, String id) {
        return new StripeRefusal(404, INVALID, "resource_missing", null, "id", "No such " + kind + ": '" + id + "'");
    }

    static StripeRefusal card(String code, String declineCode) {
        return new StripeRefusal(402, CARD, code, declineCode, null, "Your card was declined.");
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }

    String declineCode() {
        return declineCode;
    }

    String param() {
        return param;
    }
}
