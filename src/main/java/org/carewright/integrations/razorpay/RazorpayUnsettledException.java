package org.carewright.integrations.razorpay;

/** Nobody knows whether Razorpay did what it was asked for; the same call can be repeated. */
class RazorpayUnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param code e.g. {@code http_502}; nothing personal */
    RazorpayUnsettledException(String code) {
        super("Razorpay's answer is missing: " + code);
    }
}
