package org.carewright.compliance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.carewright.audit.access.EmergencyAccess;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.clinics.ClinicService;
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

/** Break-glass: opens a closed record in an emergency (HIP-5). It shows nothing of the record itself. */
@Controller
class EmergencyAccessController {

    private static final String PATH = "/desk/emergency-access/{patientId}";
    private static final String VIEW = "compliance/emergency-access";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1000;

    private final EmergencyAccess access;
    private final RecordAccess records;
    private final PatientService patients;
    private final ClinicService clinics;

    EmergencyAccessController(
            EmergencyAccess access, RecordAccess records, PatientService patients, ClinicService clinics) {
        this.access = access;
        this.records = records;
        this.patients = patients;
        this.clinics = clinics;
    }

    @GetMapping(PATH)
    String page(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        fill(model, person, patientId);
        return VIEW;
    }

    @PostMapping(PATH)
    String open(
            @PathVariable UUID patientId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            HttpServletResponse response,
            Model model) {
        fill(model, person, patientId);
        var text = TypedText.of(reason);
        if (text.length() < SHORTEST_REASON || text.length() > LONGEST_REASON) {
            model.addAttribute("reason", text);
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return VIEW;
        }
        access.open(person, patientId, text);
        return "redirect:/desk/emergency-access/" + patientId;
    }

    private void fill(Model model, StaffPrincipal person, UUID patientId) {
        patients.find(patientId).orElseThrow(ProblemException::notFound);
        var decision = records.decide(person, patientId);
        model.addAttribute("patientId", patientId);
        model.addAttribute("wrong", false);
        model.addAttribute("open", decision instanceof RecordDecision.Open);
        model.addAttribute("minutes", access.minutes());
        model.addAttribute("shortest", SHORTEST_REASON);
        model.addAttribute("longest", LONGEST_REASON);
        if (decision instanceof RecordDecision.Emergency emergency) {
            model.addAttribute(
                    "until", emergency.endsAt().atZone(clinics.current().timeZone()));
        }
    }
}
