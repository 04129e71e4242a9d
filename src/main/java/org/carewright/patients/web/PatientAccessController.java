package org.carewright.patients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.account.Invites.OpenInvite;
import org.carewright.patients.access.AccessByStaff;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.Holder;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who may open a patient's record at the portal (IAM-1): see, give, take away, note that the patient agrees. Whoever came
 * to the record in an emergency sees it and changes nothing.
 */
@Controller
@DeskPage("patients")
class PatientAccessController {

    private static final String VIEW = "patients/access";

    private final PatientRecords records;
    private final RecordAccess recordAccess;
    private final AccessByStaff staff;
    private final PatientAccess access;
    private final RecordHead head;
    private final ClinicService clinics;
    private final ErrorTexts texts;

    PatientAccessController(
            PatientRecords records,
            RecordAccess recordAccess,
            AccessByStaff staff,
            PatientAccess access,
            RecordHead head,
            ClinicService clinics,
            ErrorTexts texts) {
        this.records = records;
        this.recordAccess = recordAccess;
        this.staff = staff;
        this.access = access;
        this.head = head;
        this.clinics = clinics;
        this.texts = texts;
    }

    private record Shown(PatientRecord patient, List<Holder> holders, List<OpenInvite> invites) {}

    @GetMapping("/desk/patients/{patientId}/access")
    String page(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var decision = head.decide(person, patientId);
        if (decision instanceof RecordDecision.Closed) {
            return RecordHead.emergencyAccess(patientId);
        }
        return page(person, patientId, decision, null, Map.of(), model);
    }

    @PostMapping("/desk/patients/{patientId}/access")
    String give(
            @PathVariable UUID patientId,
            @ModelAttribute AccessForm form,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var decision = requireOpen(person, patientId);
        try {
            var errors = new ArrayList<FieldError>();
            var offer = form.offer(language(form, patientId), clinics.current().timeZone(), errors);
            if (!errors.isEmpty()) {
                throw new InvalidFormException(errors);
            }
            var given = staff.give(person.accountId(), patientId, offer);
            return done(patientId, given ? "access.notice.given" : "access.notice.invited", flash);
        } catch (InvalidFormException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(person, patientId, decision, form, texts.of(refused, locale), model);
        }
    }

    /** Patients are written to in the language of their record. */
    private String language(AccessForm form, UUID patientId) {
        return Relation.SELF.code().equals(form.relation())
                ? Languages.serving(Locale.forLanguageTag(
                                records.get(patientId).content().language()))
                        .map(Locale::toLanguageTag)
                        .orElse(null)
                : null;
    }

    @PostMapping("/desk/portal-access/{grantId}/revoke")
    String revoke(
            @PathVariable UUID grantId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        var patientId = access.get(grantId).patientId();
        requireOpen(person, patientId);
        access.revoke(patientId, grantId);
        return done(patientId, "access.notice.revoked", flash);
    }

    @PostMapping("/desk/portal-access/{grantId}/agree")
    String agree(@PathVariable UUID grantId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        var patientId = access.get(grantId).patientId();
        requireOpen(person, patientId);
        access.agree(patientId, grantId);
        return done(patientId, "access.notice.agreed", flash);
    }

    @PostMapping("/desk/portal-invites/{inviteId}/withdraw")
    String withdraw(
            @PathVariable UUID inviteId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        var patientId = staff.patientOf(inviteId);
        requireOpen(person, patientId);
        staff.withdraw(patientId, inviteId);
        return done(patientId, "access.notice.withdrawn", flash);
    }

    private RecordDecision requireOpen(StaffPrincipal person, UUID patientId) {
        var decision = head.decide(person, patientId);
        if (!(decision instanceof RecordDecision.Open)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "record_closed");
        }
        return decision;
    }

    private String page(
            StaffPrincipal person,
            UUID patientId,
            RecordDecision decision,
            AccessForm form,
            Map<String, String> errors,
            Model model) {
        var shown = recordAccess.read(
                person,
                patientId,
                "portal-access",
                () -> new Shown(records.get(patientId), staff.holders(patientId), staff.invites(patientId)));
        head.fill(model, shown.patient(), decision);
        var over = shown.holders().stream().collect(Collectors.partitioningBy(Holder::over));
        model.addAttribute("holders", over.get(false));
        model.addAttribute("past", over.get(true));
        model.addAttribute("invites", shown.invites());
        model.addAttribute("form", form == null ? begin(shown) : form);
        model.addAttribute("errors", errors);
        model.addAttribute("relations", Relation.values());
        model.addAttribute("levels", AccessLevel.values());
        model.addAttribute("mayChange", decision instanceof RecordDecision.Open);
        return VIEW;
    }

    /** What is most often wanted first: access for the patient. */
    private static AccessForm begin(Shown shown) {
        var hasOwn = shown.holders().stream()
                .anyMatch(holder -> !holder.over() && holder.grant().relation() == Relation.SELF);
        return hasOwn || !shown.invites().isEmpty() ? AccessForm.empty() : AccessForm.forPatient(shown.patient());
    }

    private static String done(UUID patientId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/desk/patients/" + patientId + "/access";
    }
}
