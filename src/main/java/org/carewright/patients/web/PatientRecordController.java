package org.carewright.patients.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.merge.PatientMerges;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.timeline.Timeline;
import org.carewright.patients.timeline.TimelineEntry;
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
    private final RecordHead head;

    PatientRecordController(
            PatientRecords records, RecordAccess access, Timeline timeline, PatientMerges merges, RecordHead head) {
        this.records = records;
        this.access = access;
        this.timeline = timeline;
        this.merges = merges;
        this.head = head;
    }

    private record Shown(PatientRecord patient, PatientRecord referrer, List<TimelineEntry> entries) {}

    private record ShownTimeline(PatientRecord patient, Timeline.Page page) {}

    @GetMapping("/desk/patients/{patientId}")
    String record(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var into = merges.mergedInto(patientId);
        if (into.isPresent()) {
            return "redirect:/desk/patients/" + into.get();
        }
        var decision = head.decide(person, patientId);
        if (decision instanceof RecordDecision.Closed) {
            return RecordHead.emergencyAccess(patientId);
        }
        var shown = access.read(person, patientId, "record", () -> {
            var patient = records.get(patientId);
            var referrer = patient.content().referredBy();
            return new Shown(
                    patient,
                    referrer == null ? null : records.get(referrer),
                    timeline.entries(patientId, END_OF_TIME, ENTRIES_ON_RECORD + 1));
        });
        head.fill(model, shown.patient(), decision);
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
        var decision = head.decide(person, patientId);
        if (decision instanceof RecordDecision.Closed) {
            return RecordHead.emergencyAccess(patientId);
        }
        var shown = access.read(
                person,
                patientId,
                "timeline",
                () -> new ShownTimeline(
                        records.get(patientId),
                        timeline.page(patientId, before == null ? END_OF_TIME : before, ENTRIES_ON_PAGE)));
        head.fill(model, shown.patient(), decision);
        model.addAttribute("entries", shown.page().entries());
        model.addAttribute("older", shown.page().older());
        model.addAttribute("newest", before != null);
        return "patients/timeline";
    }

    @PostMapping("/desk/patients/{patientId}/status")
    String status(
            @PathVariable UUID patientId,
            @RequestParam(required = false) Boolean active,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash) {
        if (head.decide(person, patientId) instanceof RecordDecision.Closed) {
            return RecordHead.emergencyAccess(patientId);
        }
        if (active == null) {
            return "redirect:/desk/patients/" + patientId;
        }
        records.setActive(patientId, active);
        flash.addFlashAttribute("notice", active ? "patient.notice.activated" : "patient.notice.deactivated");
        return "redirect:/desk/patients/" + patientId;
    }
}
