package org.carewright.documents.consent;

import java.util.UUID;

/** A patient, or someone for them, signed a consent; published in the transaction that keeps it. */
public record ConsentSigned(UUID patientId, UUID definitionId, UUID signatureId) {}
