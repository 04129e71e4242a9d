package org.carewright.patients.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands on top of each page of a record: who this is, what to watch out for, whether it is an emergency. */
@Component
public class RecordHead {

    private final PatientRecords records;
    private final RecordAccess access;
    private final ClinicService clinics;
    private final Clock clock;

    RecordHead(PatientRecords records, RecordAccess access, ClinicService clinics, Clock clock) {
        this.records = records;
        this.access = access;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Whether the person may open the record. A foreign or unknown id is told before anything about access is.
     *
     * @throws ProblemException 404 when the clinic has no such record
     */
    public RecordDecision decide(StaffPrincipal person, UUID patientId) {
        records.find(patientId).orElseThrow(ProblemException::notFound);
        return access.decide(person, patientId);
    }

    /** Gives the page what its head shows. */
    public void fill(Model model, PatientRecord patient, RecordDecision decision) {
        var zone = clinics.current().timeZone();
        var today = LocalDate.now(clock.withZone(zone));
        model.addAttribute("patient", patient);
        model.addAttribute("details", patient.content());
        model.addAttribute("age", PatientRow.age(patient.content().dateOfBirth(), today));
        model.addAttribute("barcode", PatientRow.grouped(patient.barcode()));
        model.addAttribute("inactive", patient.status() == PatientStatus.INACTIVE);
        model.addAttribute("merged", patient.status() == PatientStatus.MERGED);
        model.addAttribute("restricted", access.isRestricted(patient.id()));
        model.addAttribute("zone", zone);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "emergencyUntil",
                decision instanceof RecordDecision.Emergency emergency
                        ? emergency.endsAt().atZone(zone)
                        : null);
    }

    /** Where to go when the record is closed to the person. */
    public static String emergencyAccess(UUID patientId) {
        return "redirect:/desk/emergency-access/" + patientId;
    }
}
