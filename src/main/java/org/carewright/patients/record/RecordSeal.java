package org.carewright.patients.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.patients.PatientSeal;
import org.carewright.patients.PreferredChannel;
import org.springframework.stereotype.Component;

/** Between a record and its row: seals and opens what the table keeps sealed (HIP-6). */
@Component
class RecordSeal {

    private static final String ADDRESS = "address";
    private static final String EMERGENCY_CONTACT = "emergency-contact";
    private static final String MEDICAL_HISTORY = "medical-history";
    private static final String ALLERGIES = "allergies";
    private static final String MEDICATIONS = "medications";
    private static final String INSURANCE = "insurance";

    private static final TypeReference<EmergencyContact> CONTACT_TYPE = new TypeReference<>() {};
    private static final TypeReference<List<Allergy>> ALLERGIES_TYPE = new TypeReference<>() {};
    private static final TypeReference<List<Medication>> MEDICATIONS_TYPE = new TypeReference<>() {};
    private static final TypeReference<Insurance> INSURANCE_TYPE = new TypeReference<>() {};

    private final PatientSeal seal;
    private final ObjectMapper json;

    RecordSeal(PatientSeal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    RecordRow close(UUID id, RecordDraft content) {
        return new RecordRow(
                id,
                0,
                null,
                null,
                content.givenName(),
                content.familyName(),
                content.dateOfBirth(),
                seal.seal(id, PatientSeal.EMAIL, content.email()),
                seal.seal(id, PatientSeal.PHONE, content.phone()),
                content.preferredChannel().code(),
                content.language(),
                seal.seal(id, ADDRESS, content.address()),
                seal.seal(id, EMERGENCY_CONTACT, write(content.emergencyContact())),
                seal.seal(id, MEDICAL_HISTORY, content.medicalHistory()),
                seal.seal(id, ALLERGIES, write(nullIfEmpty(content.allergies()))),
                seal.seal(id, MEDICATIONS, write(nullIfEmpty(content.medications()))),
                seal.seal(id, INSURANCE, write(content.insurance())),
                content.referredBy(),
                null,
                null);
    }

    PatientRecord open(RecordRow row) {
        var id = row.id();
        var allergies = read(seal.open(id, ALLERGIES, row.allergiesSealed()), ALLERGIES_TYPE);
        var medications = read(seal.open(id, MEDICATIONS, row.medicationsSealed()), MEDICATIONS_TYPE);
        var content = new RecordDraft(
                row.givenName(),
                row.familyName(),
                row.dateOfBirth(),
                seal.open(id, PatientSeal.EMAIL, row.emailSealed()),
                seal.open(id, PatientSeal.PHONE, row.phoneSealed()),
                PreferredChannel.of(row.preferredChannel()),
                row.language(),
                seal.open(id, ADDRESS, row.addressSealed()),
                read(seal.open(id, EMERGENCY_CONTACT, row.emergencyContactSealed()), CONTACT_TYPE),
                seal.open(id, MEDICAL_HISTORY, row.medicalHistorySealed()),
                allergies == null ? List.of() : allergies,
                medications == null ? List.of() : medications,
                read(seal.open(id, INSURANCE, row.insuranceSealed()), INSURANCE_TYPE),
                row.referredBy());
        return new PatientRecord(
                id,
                row.version(),
                PatientStatus.valueOf(row.status().toUpperCase(Locale.ROOT)),
                row.barcode(),
                content,
                row.createdAt(),
                row.updatedAt());
    }

    private String write(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a record can't be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes what it read.
            throw new IllegalStateException("A part of a record can't be read");
        }
    }

    private static <T> List<T> nullIfEmpty(List<T> items) {
        return items.isEmpty() ? null : items;
    }
}
