package org.carewright.integrations.sandbox.razorpay;

import java.security.SecureRandom;

/** Ids and secrets in Razorpay's form. */
final class RazorpayIds {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 14;
    private static final int SECRET_LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RazorpayIds() {}

    /** @param prefix e.g. {@code order_} */
    static String id(String prefix) {
        return prefix + text(ID_LENGTH);
    }

    static String secret() {
        return text(SECRET_LENGTH);
    }

    private static String text(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (out, i) -> out.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
