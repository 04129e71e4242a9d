package org.carewright.compliance.disclosure;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What of a record was given to somebody (45 CFR 164.528(b)).
 *
 * @param disclosedOn in the clinic's zone
 * @param recipientAddress empty when not known
 * @param description what was disclosed, in brief
 */
public record Disclosure(
        UUID id,
        LocalDate disclosedOn,
        String recipient,
        String recipientAddress,
        String description,
        String purpose,
        UUID recordedBy) {}
