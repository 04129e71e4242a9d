package org.carewright.patients.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.merge.PatientMerges;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.carewright.patients.timeline.Timeline;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A patient's record (CARE-1). Each opening is audited; a record closed to the person leads to the page where it can be
 * opened in an emergency (HIP-5).
 */
@Controller
@DeskPage("patients")
class PatientRecordController {

    private static final int ENTRIES_ON_RECORD = 8;
    private static final int ENTRIES_ON_PAGE = 40;
    /** Further ahead than any visit can be booked. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final PatientRecords records;
    private final RecordAccess access;
    private final Timeline timeline;
    private final PatientMerges merges;
    private final ClinicService clinics;
    private final Clock clock;

    PatientRecordController(
            PatientRecords records,
            RecordAccess access,
            Timeline timeline,
            PatientMerges merges,
            ClinicService clinics,
            Clock clock) {
        this.records = records;
        this.access = access;
        this.timeline = timeline;
        this.merges = merges;
        this.clinics = clinics;
        this.clock = clock;
    }

    private record Shown(PatientRecord patient, PatientRecord referrer, List<TimelineEntry> entries) {}

    @GetMapping("/desk/patients/{patientId}")
    String record(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var into = merges.mergedInto(patientId);
        if (into.isPresent()) {
            return "redirect:/desk/patients/" + into.get();
        }
        var decision = reachable(person, patientId);
        if (decision instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        var shown = access.read(person, patientId, "record", () -> {
            var patient = records.get(patientId);
            var referrer = patient.content().referredBy();
            return new Shown(
                    patient,
                    referrer == null ? null : records.get(referrer),
                    timeline.entries(patientId, END_OF_TIME, ENTRIES_ON_RECORD + 1));
        });
        fill(model, shown.patient(), decision);
        model.addAttribute("merges", merges.of(patientId));
        model.addAttribute("referrer", shown.referrer());
        model.addAttribute(
                "entries", shown.entries().stream().limit(ENTRIES_ON_RECORD).toList());
        model.addAttribute("moreEntries", shown.entries().size() > ENTRIES_ON_RECORD);
        return "patients/record";
    }

    @GetMapping("/desk/patients/{patientId}/timeline")
    String timeline(
            @PathVariable UUID patientId,
            @RequestParam(required = false) Instant before,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        var decision = reachable(person, patientId);
        if (decision instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        var shown = access.read(
                person,
                patientId,
                "timeline",
                () -> new Shown(
                        records.get(patientId),
                        null,
                        timeline.entries(patientId, before == null ? END_OF_TIME : before, ENTRIES_ON_PAGE + 1)));
        fill(model, shown.patient(), decision);
        var more = shown.entries().size() > ENTRIES_ON_PAGE;
        var entries = more ? shown.entries().subList(0, ENTRIES_ON_PAGE) : shown.entries();
        model.addAttribute("entries", entries);
        model.addAttribute("older", more ? entries.get(ENTRIES_ON_PAGE - 1).at() : null);
        model.addAttribute("newest", before != null);
        return "patients/timeline";
    }

    @PostMapping("/desk/patients/{patientId}/status")
    String status(
            @PathVariable UUID patientId,
            @RequestParam(required = false) Boolean active,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash) {
        if (reachable(person, patientId) instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        if (active == null) {
            return "redirect:/desk/patients/" + patientId;
        }
        records.setActive(patientId, active);
        flash.addFlashAttribute("notice", active ? "patient.notice.activated" : "patient.notice.deactivated");
        return "redirect:/desk/patients/" + patientId;
    }

    /** A foreign or unknown id is told before anything about access is. */
    private RecordDecision reachable(StaffPrincipal person, UUID patientId) {
        records.find(patientId).orElseThrow(ProblemException::notFound);
        return access.decide(person, patientId);
    }

    private void fill(Model model, PatientRecord patient, RecordDecision decision) {
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

    private static String emergencyAccess(UUID patientId) {
        return "redirect:/desk/emergency-access/" + patientId;
    }
}
