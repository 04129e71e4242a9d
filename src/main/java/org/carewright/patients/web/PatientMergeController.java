package org.carewright.patients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.audit.access.RecordAccess;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.merge.PatientMerges;
import org.carewright.patients.merge.PatientMerges.Version;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.carewright.patients.record.RecordChangedException;
import org.carewright.patients.record.RecordField;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Merging two records of one patient: choose the other, compare side by side, choose field by field; and undoing it
 * (ONB-4). Both records are read through {@link RecordAccess}.
 */
@Controller
@DeskPage("patients")
class PatientMergeController {

    private static final String CHOOSE = "patients/merge-choose";
    private static final String COMPARE = "patients/merge";
    private static final String RECORD = "redirect:/desk/patients/";
    private static final int SHOWN = 20;

    private final PatientMerges merges;
    private final PatientRecords records;
    private final PatientSearch search;
    private final RecordAccess access;
    private final AuditLog audit;
    private final ClinicService clinics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PatientMergeController(
            PatientMerges merges,
            PatientRecords records,
            PatientSearch search,
            RecordAccess access,
            AuditLog audit,
            ClinicService clinics,
            TransactionTemplate transaction,
            Clock clock) {
        this.merges = merges;
        this.records = records;
        this.search = search;
        this.access = access;
        this.audit = audit;
        this.clinics = clinics;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/desk/patients/{patientId}/merge")
    String choose(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        choices(model, read(person, patientId), "", merges.similar(patientId, SHOWN));
        return CHOOSE;
    }

    @PostMapping("/desk/patients/{patientId}/merge/search")
    String search(
            @PathVariable UUID patientId,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        var patient = read(person, patientId);
        var found = transaction.execute(status -> {
            audit.record("patients.searched", "patient", null, null);
            return search.find(PatientQuery.of(typed), SHOWN);
        });
        choices(
                model,
                patient,
                typed,
                found.stream().filter(each -> !each.id().equals(patientId)).toList());
        return CHOOSE;
    }

    @GetMapping("/desk/patients/{patientId}/merge/{otherId}")
    String compare(
            @PathVariable UUID patientId,
            @PathVariable UUID otherId,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        return compare(model, read(person, patientId), read(person, otherId));
    }

    @PostMapping("/desk/patients/{patientId}/merge/{otherId}")
    String merge(
            @PathVariable UUID patientId,
            @PathVariable UUID otherId,
            @RequestParam(defaultValue = "-1") Integer version,
            @RequestParam(defaultValue = "-1") Integer otherVersion,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal StaffPrincipal person,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var kept = read(person, patientId);
        var gone = read(person, otherId);
        try {
            merges.merge(
                    person, new Version(patientId, version), new Version(otherId, otherVersion), taken(parameters));
            flash.addFlashAttribute("notice", "patient.notice.merged");
            return RECORD + patientId;
        } catch (RecordChangedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("changed", true);
            return compare(model, kept, gone);
        }
    }

    @PostMapping("/desk/patient-merges/{mergeId}/undo")
    String undo(@PathVariable UUID mergeId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        var kept = merges.undo(person, mergeId);
        flash.addFlashAttribute("notice", "patient.notice.merge-undone");
        return RECORD + kept;
    }

    /** A record that isn't there or was merged already can't be merged. */
    private PatientRecord read(StaffPrincipal person, UUID patientId) {
        if (records.get(patientId).status() == PatientStatus.MERGED) {
            throw ProblemException.notFound();
        }
        return access.read(person, patientId, "record", () -> records.get(patientId));
    }

    private static String compare(Model model, PatientRecord kept, PatientRecord gone) {
        if (kept.id().equals(gone.id())) {
            throw new ProblemException(HttpStatus.CONFLICT, "merge_same");
        }
        var differing = RecordField.differences(kept.content(), gone.content());
        model.addAttribute("kept", kept);
        model.addAttribute("gone", gone);
        model.addAttribute("differing", differing);
        model.addAttribute(
                "same",
                List.of(RecordField.values()).stream()
                        .filter(field -> !differing.contains(field))
                        .filter(field -> !empty(field.of(kept.content())))
                        .toList());
        return COMPARE;
    }

    private void choices(Model model, PatientRecord patient, String typed, List<FoundPatient> found) {
        model.addAttribute("patient", patient);
        model.addAttribute("q", typed);
        model.addAttribute("patients", PatientRow.of(found, clinics.current(), clock));
    }

    private static boolean empty(Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    private static List<RecordField> taken(Map<String, String> parameters) {
        return List.of(RecordField.values()).stream()
                .filter(field -> "other".equals(parameters.get("choose." + field.key())))
                .toList();
    }
}
