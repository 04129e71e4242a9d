package org.carewright.billing.payment;

import java.util.Locale;

/** How money moves (BIL-3). */
public enum PaymentMethod {
    CARD,
    UPI,
    CASH,
    BANK_TRANSFER,
    WALLET,
    NET_BANKING,
    OTHER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in the table, the ledger and the API. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for anything else than a code */
    public static PaymentMethod of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
