package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.consent.ConsentToSign;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.Signature;
import org.carewright.documents.consent.Signer;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.identity.PortalPrincipal;
import org.carewright.onboarding.patient.Enrolment;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new patient reads and signs the clinic's consents, one after the other, by drawing or by typing the name (ONB-3). */
@Controller
@RequestMapping("/portal/onboarding/consents")
class SignConsentController {

    private static final String PAGE = "onboarding/consent";
    private static final String CHECKLIST = "redirect:/portal/onboarding";

    private final Enrolments enrolments;
    private final Consents consents;
    private final PatientAccess access;
    private final ClinicService clinics;
    private final NameOfAnother names;
    private final ErrorTexts texts;

    SignConsentController(
            Enrolments enrolments,
            Consents consents,
            PatientAccess access,
            ClinicService clinics,
            NameOfAnother names,
            ErrorTexts texts) {
        this.enrolments = enrolments;
        this.consents = consents;
        this.access = access;
        this.clinics = clinics;
        this.names = names;
        this.texts = texts;
    }

    @GetMapping
    String next(@AuthenticationPrincipal PortalPrincipal person, Model model, Locale locale) {
        var enrolment = mine(person);
        var consent = next(enrolment, locale);
        return consent.isEmpty() ? CHECKLIST : show(enrolment, consent.get(), Map.of(), "", person, model);
    }

    @PostMapping
    String sign(
            @AuthenticationPrincipal PortalPrincipal person,
            @RequestParam UUID version,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String signerName,
            @RequestParam(defaultValue = "") String drawing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var enrolment = mine(person);
        var relation = access.require(person.accountId(), enrolment.patientId(), AccessLevel.FULL)
                .relation();
        try {
            consents.sign(
                    enrolment.patientId(),
                    version,
                    language,
                    new Signer(signerName, SignerRelation.of(relation), person.accountId()),
                    drawing.isEmpty() ? new Signature.Typed() : Signature.Drawn.fromDataUrl(drawing));
            return "redirect:/portal/onboarding/consents";
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var consent = next(enrolment, locale).orElseThrow(ProblemException::notFound);
            return show(enrolment, consent, texts.of(invalid, locale), signerName, person, model);
        }
    }

    /** Required ones only: what may be left is asked for elsewhere, where it can be left. */
    private Optional<ConsentToSign> next(Enrolment enrolment, Locale locale) {
        return consents.open(enrolment.patientId(), locale).stream()
                .filter(ConsentToSign::required)
                .findFirst();
    }

    private Enrolment mine(PortalPrincipal person) {
        var enrolment = enrolments
                .newestOf(person.accountId())
                .filter(own -> own.patientId() != null)
                .orElseThrow(ProblemException::notFound);
        access.require(person.accountId(), enrolment.patientId(), AccessLevel.FULL);
        return enrolment;
    }

    private String show(
            Enrolment enrolment,
            ConsentToSign consent,
            Map<String, String> errors,
            String signerName,
            PortalPrincipal person,
            Model model) {
        model.addAttribute("patientName", names.of(enrolment).orElse(null));
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("layoutNavigation", "portal/navigation");
        model.addAttribute("homeHref", person.firstPage());
        model.addAttribute("consent", consent);
        model.addAttribute("errors", errors);
        model.addAttribute("signerName", signerName);
        return PAGE;
    }
}
