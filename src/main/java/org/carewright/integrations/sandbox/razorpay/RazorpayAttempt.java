package org.carewright.integrations.sandbox.razorpay;

/**
 * What a payer does on the page; {@link #code()} is its name in forms.
 *
 * @see RazorpayPayments
 */
public enum RazorpayAttempt {
    /** Test card 4111 1111 1111 1111, authentication passed. */
    CARD("card", null, null),
    CARD_DECLINED("card", "payment_declined", "Your payment was declined by the bank"),
    CARD_NO_FUNDS("card", "insufficient_funds", "Your payment failed due to insufficient funds"),
    CARD_NOT_AUTHENTICATED("card", "authentication_failed", "You entered a wrong one-time password"),
    /** {@code success@razorpay}. */
    UPI("upi", null, null),
    /** {@code failure@razorpay}. */
    UPI_FAILED("upi", "payment_declined", "Payment failed. Please try again with another bank account."),
    /** Asked for in the payer's app, which has not answered yet. */
    UPI_LATE("upi", null, null);

    private final String method;
    private final String reason;
    private final String description;

    RazorpayAttempt(String method, String reason, String description) {
        this.method = method;
        this.reason = reason;
        this.description = description;
    }

    /** How it is written in forms, e.g. {@code upi_late}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String method() {
        return method;
    }

    /** Razorpay's {@code error_reason}; null when it doesn't fail. */
    String reason() {
        return reason;
    }

    String description() {
        return description;
    }

    boolean fails() {
        return reason != null;
    }
}
