package org.carewright.onboarding.web;

import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.identity.StaffPrincipal;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.Paperwork;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a patient answered to the intake form, as given; a read of the record like any other (HIP-1, HIP-5). */
@Controller
@DeskPage("patients")
class IntakeAnswersController {

    private final Enrolments enrolments;
    private final Paperwork paperwork;
    private final PatientRecords records;
    private final RecordAccess access;

    IntakeAnswersController(Enrolments enrolments, Paperwork paperwork, PatientRecords records, RecordAccess access) {
        this.enrolments = enrolments;
        this.paperwork = paperwork;
        this.records = records;
        this.access = access;
    }

    @GetMapping("/desk/onboarding/{id}/intake")
    String answers(@PathVariable UUID id, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var enrolment = enrolments
                .find(id)
                .filter(found -> found.patientId() != null && found.intakeAt() != null)
                .orElseThrow(ProblemException::notFound);
        if (access.decide(person, enrolment.patientId()) instanceof RecordDecision.Closed) {
            return "redirect:/desk/emergency-access/" + enrolment.patientId();
        }
        model.addAttribute(
                "answers", access.read(person, enrolment.patientId(), "intake", () -> paperwork.answers(enrolment)));
        model.addAttribute("patient", records.get(enrolment.patientId()));
        return "onboarding/answers";
    }
}
