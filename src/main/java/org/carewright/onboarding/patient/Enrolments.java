package org.carewright.onboarding.patient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carewright.onboarding.patient.EnrolmentMapper.EnrolmentRow;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The onboardings of the clinic in scope, and what people typed for them, sealed (HIP-6). */
@Service
public class Enrolments {

    private static final String DETAILS = "enrolment.details:";
    private static final String INTAKE = "enrolment.intake:";
    private static final String NOTE = "enrolment.review-note:";

    private final EnrolmentMapper rows;
    private final PatientRecords records;
    private final PatientAccess access;
    private final Sealing sealing;
    private final ClinicScope clinic;
    private final ObjectMapper json;

    Enrolments(
            EnrolmentMapper rows,
            PatientRecords records,
            PatientAccess access,
            Sealing sealing,
            ClinicScope clinic,
            ObjectMapper json) {
        this.rows = rows;
        this.records = records;
        this.access = access;
        this.sealing = sealing;
        this.clinic = clinic;
        this.json = json;
    }

    /** The onboarding with that id, empty when the clinic in scope has none. */
    @Transactional(readOnly = true)
    public Optional<Enrolment> find(UUID id) {
        return rows.find(id).map(EnrolmentRow::toEnrolment);
    }

    /**
     * The newest onboarding of a portal account, empty when it has none. One that began from a record before the patient
     * had an account is the account's from the day the record is opened to it as their own.
     */
    @Transactional(readOnly = true)
    public Optional<Enrolment> newestOf(UUID accountId) {
        var own = access.patientsOf(accountId).stream()
                .filter(grant -> grant.relation() == Relation.SELF)
                .map(Grant::patientId)
                .toList();
        return rows.newestOf(accountId, own).map(EnrolmentRow::toEnrolment);
    }

    /**
     * Those who are on their way, the newest first, in two statements.
     *
     * @param after id of the last one of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<OnTheWay> onTheWay(UUID after, int limit) {
        var found = rows.goingOn(after, limit);
        var known = records.findAll(found.stream()
                .map(EnrolmentRow::patientId)
                .filter(Objects::nonNull)
                .toList());
        return found.stream()
                .map(row -> new OnTheWay(
                        row.id(),
                        row.patientId(),
                        row.patientId() == null
                                ? details(row).fullName()
                                : known.get(row.patientId()).fullName(),
                        EnrolmentSource.of(row.source()),
                        EnrolmentStatus.of(row.status()),
                        row.patientId() == null,
                        row.consentsAt() == null,
                        row.intakeAt() == null,
                        row.insuranceAt() == null,
                        row.createdAt(),
                        row.abandonAt()))
                .toList();
    }

    /** The onboarding; nobody else changes it until this transaction's end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enrolment lock(UUID id) {
        return rows.lock(id)
                .map(EnrolmentRow::toEnrolment)
                .orElseThrow(() -> new IllegalStateException("No enrolment " + id));
    }

    /** What the person said when registering. @throws IllegalStateException when it is in the patient's record already */
    @Transactional(readOnly = true)
    EnrolmentDetails details(UUID id) {
        return details(row(id));
    }

    private EnrolmentDetails details(EnrolmentRow row) {
        if (row.detailsSealed() == null) {
            throw new IllegalStateException("The details of enrolment " + row.id() + " are in the record already");
        }
        try {
            return json.readValue(
                    sealing.open(clinic.required(), DETAILS + row.id(), row.detailsSealed()), EnrolmentDetails.class);
        } catch (IOException e) {
            throw new IllegalStateException("The details of enrolment " + row.id() + " can't be read", e);
        }
    }

    byte[] sealDetails(UUID id, EnrolmentDetails details) {
        return sealing.seal(clinic.required(), DETAILS + id, write(details));
    }

    /** The answers to the intake form, empty when there are none yet. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> intake(UUID id) {
        return Optional.ofNullable(row(id).intakeSealed()).map(bytes -> {
            try {
                return json.readValue(sealing.open(clinic.required(), INTAKE + id, bytes), new TypeReference<>() {});
            } catch (IOException e) {
                throw new IllegalStateException("The answers of enrolment " + id + " can't be read", e);
            }
        });
    }

    byte[] sealIntake(UUID id, Map<String, Object> answers) {
        return sealing.seal(clinic.required(), INTAKE + id, write(answers));
    }

    byte[] sealNote(UUID id, String note) {
        return note.isBlank()
                ? null
                : sealing.seal(clinic.required(), NOTE + id, note.getBytes(StandardCharsets.UTF_8));
    }

    private EnrolmentRow row(UUID id) {
        return rows.find(id).orElseThrow(() -> new IllegalStateException("No enrolment " + id));
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was typed could not be written", e);
        }
    }
}
