package org.carewright.integrations.sandbox.stripe;

import java.security.SecureRandom;

/** Ids and secrets in Stripe's form. */
final class StripeIds {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private StripeIds() {}

    /** @param prefix e.g. {@code pi_} */
    static String id(String prefix) {
        return prefix + text(ID_LENGTH);
    }

    static String text(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (out, i) -> out.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
