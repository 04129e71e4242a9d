package org.carewright.billing.paper;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What happened between a clinic and a patient in one currency. Amounts in minor units; above zero the patient owes,
 * below zero the clinic holds money of the patient's.
 *
 * @param openingMinor at the start of {@code from}
 * @param closingMinor at the end of {@code to}: opening and all lines
 */
public record Statement(
        Currency currency, LocalDate from, LocalDate to, long openingMinor, List<Line> lines, long closingMinor) {

    /**
     * One posting.
     *
     * @param kind of the posting, e.g. {@code payment}
     * @param document number of what it is about, null for none
     * @param balanceMinor after it
     */
    public record Line(LocalDate day, String kind, String document, long amountMinor, long balanceMinor) {}
}
