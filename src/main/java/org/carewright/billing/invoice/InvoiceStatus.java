package org.carewright.billing.invoice;

import java.util.Locale;

/** Where an invoice is (BIL-2). */
public enum InvoiceStatus {
    /** May still be changed; has no number and is not in the ledger. */
    DRAFT,
    /** Issued, to be paid. */
    SENT,
    /** Nothing is left to be paid. */
    PAID,
    /** Issued, not paid, and the due day is over. */
    OVERDUE,
    /** Taken back before anything was paid, or a draft that was given up. */
    CANCELLED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in the table and the API. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for anything else than a code */
    public static InvoiceStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether something may be left to pay. */
    public boolean isOpen() {
        return this == SENT || this == OVERDUE;
    }
}
