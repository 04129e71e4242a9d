package org.carewright.patients.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A record as in its table.
 *
 * @param email in clear where it was written before sealing and not changed since, as {@code phone}
 */
record RecordRow(
        UUID id,
        int version,
        String status,
        String barcode,
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        String email,
        String phone,
        byte[] emailSealed,
        byte[] phoneSealed,
        String preferredChannel,
        String language,
        byte[] addressSealed,
        byte[] emergencyContactSealed,
        byte[] medicalHistorySealed,
        byte[] allergiesSealed,
        byte[] medicationsSealed,
        byte[] insuranceSealed,
        UUID referredBy,
        Instant createdAt,
        Instant updatedAt) {}
