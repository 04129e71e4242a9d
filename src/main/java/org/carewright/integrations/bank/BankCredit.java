package org.carewright.integrations.bank;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * Money that came in, as the bank tells it.
 *
 * @param account the clinic's name for its account
 * @param bookedOn the bank's date, without a zone
 * @param reference the bank's reference, null when it gave none
 * @param description the bank's text; may name the payer, so never log it; comes out of a file, so write it to another
 *     only with {@code CsvRow}
 */
public record BankCredit(
        UUID id, String account, LocalDate bookedOn, Money amount, String reference, String description) {}
