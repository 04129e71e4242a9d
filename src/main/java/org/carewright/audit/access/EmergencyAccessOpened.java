package org.carewright.audit.access;

import java.util.UUID;

/**
 * Somebody broke the glass; published in the transaction that grants it.
 *
 * @param accessId the emergency access
 * @param staffName who did
 * @param reason in their words; personal data
 */
public record EmergencyAccessOpened(UUID accessId, UUID patientId, String staffName, String reason) {}
