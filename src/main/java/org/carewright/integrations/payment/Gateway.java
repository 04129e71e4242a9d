package org.carewright.integrations.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways by which money arrives. */
public enum Gateway {
    STRIPE,
    RAZORPAY,
    /** A link or QR code of the clinic's own UPI address; it proves nothing, a bank statement or a person does. */
    UPI,
    /** Cash, cheque or bank transfer taken down by staff. */
    MANUAL;

    /** How it is kept in tables and addresses, e.g. {@code stripe}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The gateway with that {@link #code()}. */
    public static Optional<Gateway> ofCode(String code) {
        return Arrays.stream(values())
                .filter(gateway -> gateway.code().equals(code))
                .findFirst();
    }
}
