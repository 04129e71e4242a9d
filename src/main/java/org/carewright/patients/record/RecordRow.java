package org.carewright.patients.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A record as in its table. */
record RecordRow(
        UUID id,
        int version,
        String status,
        String barcode,
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
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
