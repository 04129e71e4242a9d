package org.carewright.documents.consent;

import java.util.UUID;

/** A consent was withdrawn; published in the transaction that does it. */
public record ConsentWithdrawn(UUID patientId, UUID definitionId, UUID signatureId) {}
