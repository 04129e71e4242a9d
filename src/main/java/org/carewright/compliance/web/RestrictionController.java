package org.carewright.compliance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.PatientService;
import org.carewright.shared.forms.TypedText;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Restricts a patient's record to those who treat the patient, and lifts that (HIP-5). */
@Controller
class RestrictionController {

    private static final String PATH = "/desk/restrictions/{patientId}";
    private static final String VIEW = "compliance/restriction";
    private static final int LONGEST_REASON = 500;

    private final RecordAccess records;
    private final PatientService patients;

    RestrictionController(RecordAccess records, PatientService patients) {
        this.records = records;
        this.patients = patients;
    }

    @GetMapping(PATH)
    String page(@PathVariable UUID patientId, Model model) {
        fill(model, patientId);
        return VIEW;
    }

    @PostMapping(PATH)
    String change(
            @PathVariable UUID patientId,
            @RequestParam(required = false) Boolean restricted,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            HttpServletResponse response,
            Model model) {
        fill(model, patientId);
        var text = TypedText.of(reason);
        if (restricted == null || text.isEmpty() || text.length() > LONGEST_REASON) {
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return VIEW;
        }
        records.restrict(person, patientId, restricted, text);
        return "redirect:/desk/restrictions/" + patientId;
    }

    private void fill(Model model, UUID patientId) {
        var patient = patients.find(patientId).orElseThrow(ProblemException::notFound);
        model.addAttribute("patientId", patientId);
        model.addAttribute("wrong", false);
        model.addAttribute("patientName", patient.fullName());
        model.addAttribute("restricted", records.isRestricted(patientId));
    }
}
