package org.carewright.patients.record;

import java.time.LocalDate;

/**
 * A patient's insurance.
 *
 * @param policyNumber as printed on the card
 * @param groupNumber null when the payer knows none
 * @param validUntil last day; null when unknown
 */
public record Insurance(String payer, String policyNumber, String groupNumber, LocalDate validUntil) {}
