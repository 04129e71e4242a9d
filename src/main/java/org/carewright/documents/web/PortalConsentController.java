package org.carewright.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.consent.ConsentToSign;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.Signer;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.documents.pdf.PdfAnswer;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own consents, or those of a patient one acts for: who may see them reads, who may act for them signs. */
@Controller
class PortalConsentController {

    private static final String OF_PATIENT = "/portal/patients/{patientId}/consents";
    private static final String ONE = "/portal/consents/{consentId}";
    private static final String WHAT = "consents";
    private static final String NOTICE = "notice";

    private final Consents consents;
    private final PatientAccess access;
    private final ClinicService clinics;
    private final AuditLog audit;
    private final ErrorTexts texts;

    PortalConsentController(
            Consents consents, PatientAccess access, ClinicService clinics, AuditLog audit, ErrorTexts texts) {
        this.consents = consents;
        this.access = access;
        this.clinics = clinics;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping(OF_PATIENT)
    @Transactional
    String list(
            @PathVariable UUID patientId, @AuthenticationPrincipal PortalPrincipal person, Model model, Locale locale) {
        var grant = access.require(person.accountId(), patientId, AccessLevel.VIEW_ONLY);
        model.addAttribute("signed", consents.of(patientId));
        model.addAttribute("open", consents.open(patientId, locale));
        model.addAttribute("patientId", patientId);
        model.addAttribute("acts", grant.level().includes(AccessLevel.FULL));
        audit.read(patientId, WHAT);
        frame(model, person);
        return "documents/portal-consents";
    }

    @GetMapping(OF_PATIENT + "/sign")
    String toSign(
            @PathVariable UUID patientId,
            @RequestParam(required = false) UUID version,
            @AuthenticationPrincipal PortalPrincipal person,
            Model model,
            Locale locale) {
        access.require(person.accountId(), patientId, AccessLevel.FULL);
        return consents.open(patientId, locale).stream()
                .filter(consent -> consent.versionId().equals(version))
                .findFirst()
                .map(consent -> signing(model, person, patientId, consent, Map.of(), ""))
                .orElse(list(patientId));
    }

    @PostMapping(OF_PATIENT + "/sign")
    String sign(
            @PathVariable UUID patientId,
            @ModelAttribute SignFields fields,
            @AuthenticationPrincipal PortalPrincipal person,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var grant = access.require(person.accountId(), patientId, AccessLevel.FULL);
        if (fields.version() == null) {
            return list(patientId);
        }
        try {
            consents.sign(
                    patientId,
                    fields.version(),
                    fields.language(),
                    new Signer(fields.signerName(), SignerRelation.of(grant.relation()), person.accountId()),
                    fields.signature());
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var consent = consents.toSign(fields.version(), fields.language());
            return signing(model, person, patientId, consent, texts.of(invalid, locale), fields.signerName());
        }
        flash.addFlashAttribute(NOTICE, "consent.portal.done");
        return list(patientId);
    }

    @GetMapping(ONE + "/consent.pdf")
    @Transactional
    ResponseEntity<byte[]> pdf(@PathVariable UUID consentId, @AuthenticationPrincipal PortalPrincipal person) {
        var patientId = consents.patientOf(consentId);
        access.require(person.accountId(), patientId, AccessLevel.VIEW_ONLY);
        var file = consents.pdf(patientId, consentId);
        audit.read(patientId, WHAT);
        return PdfAnswer.of("consent", file);
    }

    @PostMapping(ONE + "/withdraw")
    String withdraw(
            @PathVariable UUID consentId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal PortalPrincipal person,
            RedirectAttributes flash) {
        var patientId = consents.patientOf(consentId);
        access.require(person.accountId(), patientId, AccessLevel.FULL);
        consents.withdraw(patientId, consentId, reason);
        flash.addFlashAttribute(NOTICE, "consent.portal.withdrawn");
        return list(patientId);
    }

    private String signing(
            Model model,
            PortalPrincipal person,
            UUID patientId,
            ConsentToSign consent,
            Map<String, String> errors,
            String signerName) {
        model.addAttribute("consent", consent);
        model.addAttribute("patientId", patientId);
        model.addAttribute("errors", errors);
        model.addAttribute("signerName", signerName);
        frame(model, person);
        return "documents/portal-consent-sign";
    }

    private void frame(Model model, PortalPrincipal person) {
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("zone", clinics.current().timeZone());
        model.addAttribute("layoutNavigation", "portal/navigation");
        model.addAttribute("homeHref", person.firstPage());
    }

    private static String list(UUID patientId) {
        return "redirect:/portal/patients/" + patientId + "/consents";
    }
}
