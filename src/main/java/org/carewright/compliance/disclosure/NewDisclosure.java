package org.carewright.compliance.disclosure;

import java.time.LocalDate;

/** A disclosure as staff record it; fields as in {@link Disclosure}. */
public record NewDisclosure(
        LocalDate disclosedOn, String recipient, String recipientAddress, String description, String purpose) {}
