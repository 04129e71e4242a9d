package org.carewright.integrations.stripe;

/** Nobody knows whether Stripe did what it was asked for; the same call with the same key can be repeated. */
class StripeUnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param code e.g. {@code http_502}; nothing personal */
    StripeUnsettledException(String code) {
        super("Stripe's answer is missing: " + code);
    }
}
