package org.carewright.billing.payment;

import java.util.Locale;

/** Where a payment is. Only {@link #SUCCEEDED} counts in the ledger. */
public enum PaymentStatus {
    /** The patient has not paid yet. */
    PENDING,
    /** The provider works on it. */
    PROCESSING,
    SUCCEEDED,
    /** Declined; money that arrives nevertheless is taken. */
    FAILED,
    /** Given up; money that arrives nevertheless is taken. */
    CANCELLED,
    /** Booked by mistake and taken back; it stays so. */
    REVERSED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in the table and the API. */
    public String code() {
        return code;
    }

    /** Whether it may still come to an end. */
    public boolean isUnderWay() {
        return this == PENDING || this == PROCESSING;
    }

    /** Whether the money was booked, also when that was a mistake. */
    public boolean wasBooked() {
        return this == SUCCEEDED || this == REVERSED;
    }

    static PaymentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
