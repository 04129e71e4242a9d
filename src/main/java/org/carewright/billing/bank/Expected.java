package org.carewright.billing.bank;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A payment that a line of the bank's statement may be about.
 *
 * @param invoiceNumber what the payer was asked to write
 * @param linkReference what the UPI link carried, null for a payment without
 * @param utr what the payer or staff say that the bank calls it, null for none
 * @param booked whether the ledger has it already: then the line only confirms it
 * @param open whether its invoice still waits for that amount
 */
public record Expected(
        UUID paymentId,
        UUID invoiceId,
        Money amount,
        String invoiceNumber,
        String linkReference,
        String utr,
        boolean booked,
        boolean open) {}
