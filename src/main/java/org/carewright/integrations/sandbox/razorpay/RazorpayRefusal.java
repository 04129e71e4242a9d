package org.carewright.integrations.sandbox.razorpay;

/** An answer other than 200, with the error body of the real service. */
class RazorpayRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;

    private RazorpayRefusal(int status, String code, String description, String field) {
        super(description, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    /** Something is wrong with the request. @param field null when it isn't one field's fault */
    static RazorpayRefusal bad(String description, String field) {
        return new RazorpayRefusal(400, "BAD_REQUEST_ERROR", description, field);
    }

    static RazorpayRefusal noSuchId() {
        return bad("The id provided does not exist", null);
    }

    static RazorpayRefusal unauthenticated() {
        return new RazorpayRefusal(401, "BAD_REQUEST_ERROR", "Authentication failed", null);
    }

    /** @param status the HTTP status asked for */
    static RazorpayRefusal askedFor(int status) {
        return status >= 500
                ? new RazorpayRefusal(
                        status, "SERVER_ERROR", "We are facing some trouble completing your request", null)
                : new RazorpayRefusal(status, "BAD_REQUEST_ERROR", "Asked for in the sandbox", null);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}
