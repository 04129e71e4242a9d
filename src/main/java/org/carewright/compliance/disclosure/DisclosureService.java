package org.carewright.compliance.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.compliance.disclosure.DisclosureMapper.Row;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.PatientService;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which parts of records the clinic gave to others, and accounts for them to the patient (45 CFR 164.528). */
@Service
public class DisclosureService {

    /** How far back a patient may ask (45 CFR 164.528(a)(1)). */
    private static final int YEARS = 6;

    private final DisclosureMapper disclosures;
    private final PatientService patients;
    private final ClinicService clinics;
    private final Sealing sealing;
    private final AuditLog log;
    private final Clock clock;

    DisclosureService(
            DisclosureMapper disclosures,
            PatientService patients,
            ClinicService clinics,
            Sealing sealing,
            AuditLog log,
            Clock clock) {
        this.disclosures = disclosures;
        this.patients = patients;
        this.clinics = clinics;
        this.sealing = sealing;
        this.log = log;
        this.clock = clock;
    }

    /** The date in the clinic's zone; nothing can have been disclosed after it. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinics.current().timeZone());
    }

    /** @throws ProblemException 404 when the clinic has no such patient */
    @Transactional
    public UUID record(StaffPrincipal person, UUID patientId, NewDisclosure disclosure) {
        require(patientId);
        var id = UUID.randomUUID();
        var row = new Row(
                id,
                patientId,
                disclosure.disclosedOn(),
                seal(person.clinicId(), "recipient", id, disclosure.recipient()),
                seal(person.clinicId(), "recipient-address", id, disclosure.recipientAddress()),
                seal(person.clinicId(), "description", id, disclosure.description()),
                seal(person.clinicId(), "purpose", id, disclosure.purpose()),
                person.accountId());
        disclosures.insert(person.clinicId(), row, clock.instant());
        log.record("disclosure.recorded", "disclosure", id, patientId);
        return id;
    }

    /**
     * All disclosures of the last six years, newest first, those of records that were merged into this one too; that they
     * were read is recorded.
     *
     * @param what how they are read, a code: a page or a file
     * @throws ProblemException 404 when the clinic has no such patient
     */
    @Transactional
    public List<Disclosure> account(StaffPrincipal person, UUID patientId, String what) {
        require(patientId);
        log.read(patientId, what);
        return disclosures.since(recordsOf(patientId), today().minusYears(YEARS)).stream()
                .map(row -> open(person.clinicId(), row))
                .toList();
    }

    /** What was given of a merged record was given of this person's. */
    private List<UUID> recordsOf(UUID patientId) {
        return Stream.concat(Stream.of(patientId), patients.mergedInto(patientId).stream())
                .toList();
    }

    private void require(UUID patientId) {
        patients.find(patientId).orElseThrow(ProblemException::notFound);
    }

    private Disclosure open(UUID clinicId, Row row) {
        return new Disclosure(
                row.id(),
                row.disclosedOn(),
                open(clinicId, "recipient", row.id(), row.recipient()),
                open(clinicId, "recipient-address", row.id(), row.recipientAddress()),
                open(clinicId, "description", row.id(), row.description()),
                open(clinicId, "purpose", row.id(), row.purpose()),
                row.recordedBy());
    }

    private byte[] seal(UUID clinicId, String what, UUID id, String text) {
        return sealing.seal(clinicId, label(what, id), text.getBytes(StandardCharsets.UTF_8));
    }

    private String open(UUID clinicId, String what, UUID id, byte[] sealed) {
        return new String(sealing.open(clinicId, label(what, id), sealed), StandardCharsets.UTF_8);
    }

    private static String label(String what, UUID id) {
        return "disclosure." + what + ":" + id;
    }
}
