package org.carewright.integrations.upi;

import java.util.regex.Pattern;

/**
 * Who gets the money.
 *
 * @param address virtual payment address (VPA), e.g. {@code roshni@okhdfcbank}
 * @param name as shown in the payer's app
 */
public record UpiPayee(String address, String name) {

    static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]{2,128}@[A-Za-z][A-Za-z0-9.-]{1,63}");

    /** @throws IllegalArgumentException when the address is no VPA or there is no name */
    public UpiPayee {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("Not a UPI address");
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A UPI payee needs a name");
        }
    }

    /** Whether the text is a virtual payment address; an e-mail address with a dotted domain may be one as well. */
    public static boolean isAddress(String text) {
        return text != null && ADDRESS.matcher(text).matches();
    }
}
