package org.carewright.billing.invoice;

import java.util.Locale;
import java.util.UUID;

/**
 * What an invoice is for. One thing has one invoice that isn't cancelled.
 *
 * @param id of the appointment, plan period, package, ...; null for {@link Kind#MANUAL}
 */
public record InvoiceSource(Kind kind, UUID id) {

    public static final InvoiceSource BY_HAND = new InvoiceSource(Kind.MANUAL, null);

    /** Kinds of things that are invoiced. */
    public enum Kind {
        MANUAL,
        APPOINTMENT,
        PLAN,
        PACKAGE,
        FEE,
        DEPOSIT;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** As in the table. */
        public String code() {
            return code;
        }
    }
}
