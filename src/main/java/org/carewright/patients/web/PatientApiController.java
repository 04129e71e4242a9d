package org.carewright.patients.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.identity.InClinic;
import org.carewright.patients.app.PatientsForApps;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clinic's patients, for staff's apps and for keys with {@code patients:read} or {@code patients:health}. */
@RestController
@RequestMapping("/api/v1/patients")
class PatientApiController {

    private static final String RECORD = "record";
    private static final String HEALTH = "health";
    private static final int MOST = 200;

    private final PatientsForApps patients;

    PatientApiController(PatientsForApps patients) {
        this.patients = patients;
    }

    record FoundAnswer(
            UUID id, String givenName, String familyName, LocalDate dateOfBirth, String barcode, String status) {

        static FoundAnswer of(FoundPatient patient) {
            return new FoundAnswer(
                    patient.id(),
                    patient.givenName(),
                    patient.familyName(),
                    patient.dateOfBirth(),
                    patient.barcode(),
                    patient.status().code());
        }
    }

    /** @param after what the next page is asked for with; null when this is the last one */
    record PageAnswer(List<FoundAnswer> items, UUID after) {}

    record FoundListAnswer(List<FoundAnswer> items) {}

    /** @param query a barcode, phone number, e-mail address, or beginnings of names and perhaps a date of birth */
    record SearchBody(@NotBlank @Size(max = 100) String query) {

        @Override
        public String toString() {
            return "SearchBody";
        }
    }

    record PatientAnswer(
            UUID id,
            int version,
            String status,
            String barcode,
            String givenName,
            String familyName,
            LocalDate dateOfBirth,
            String email,
            String phone,
            String preferredChannel,
            String language,
            String address,
            EmergencyContact emergencyContact,
            Insurance insurance,
            UUID referredBy,
            Instant createdAt,
            Instant updatedAt) {

        static PatientAnswer of(PatientRecord record) {
            var content = record.content();
            return new PatientAnswer(
                    record.id(),
                    record.version(),
                    record.status().code(),
                    record.barcode(),
                    content.givenName(),
                    content.familyName(),
                    content.dateOfBirth(),
                    content.email(),
                    content.phone(),
                    content.preferredChannel().code(),
                    content.language(),
                    content.address(),
                    content.emergencyContact(),
                    content.insurance(),
                    content.referredBy(),
                    record.createdAt(),
                    record.updatedAt());
        }
    }

    record HealthAnswer(
            UUID id, int version, String medicalHistory, List<Allergy> allergies, List<Medication> medications) {

        static HealthAnswer of(PatientRecord record) {
            var content = record.content();
            return new HealthAnswer(
                    record.id(),
                    record.version(),
                    content.medicalHistory(),
                    content.allergies(),
                    content.medications());
        }
    }

    /**
     * All patients by family name.
     *
     * @param after the last patient of the page before
     * @param limit at most 200
     */
    @GetMapping
    PageAnswer list(
            @RequestParam(required = false) UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit) {
        var found = patients.list(after, limit + 1);
        var shown = found.stream().limit(limit).map(FoundAnswer::of).toList();
        return new PageAnswer(shown, found.size() > limit ? shown.get(limit - 1).id() : null);
    }

    /** At most 200 patients that fit. A POST, as addresses end up in logs and what is searched for are names. */
    @PostMapping("/search")
    FoundListAnswer search(@Valid @RequestBody SearchBody body) {
        return new FoundListAnswer(patients.find(PatientQuery.of(body.query()), MOST).stream()
                .map(FoundAnswer::of)
                .toList());
    }

    /** Who a patient is and how to reach them. */
    @GetMapping("/{id}")
    PatientAnswer find(@PathVariable UUID id, @AuthenticationPrincipal InClinic reader) {
        return PatientAnswer.of(patients.read(reader, id, RECORD));
    }

    /** A patient's history, allergies and medications. */
    @GetMapping("/{id}/health")
    HealthAnswer health(@PathVariable UUID id, @AuthenticationPrincipal InClinic reader) {
        return HealthAnswer.of(patients.read(reader, id, HEALTH));
    }
}
