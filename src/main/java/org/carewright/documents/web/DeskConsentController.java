package org.carewright.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.consent.ConsentToSign;
import org.carewright.documents.consent.ConsentVerification;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.SignedConsent;
import org.carewright.documents.consent.Signer;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.documents.pdf.PdfAnswer;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A patient's consents at the desk: what is signed and what isn't, signing on the clinic's tablet, taking back. */
@Controller
@DeskPage("patients")
class DeskConsentController {

    private static final String OF_PATIENT = "/desk/patients/{patientId}/consents";
    private static final String ONE = "/desk/consents/{consentId}";
    private static final String WHAT = "consents";
    private static final String NOTICE = "notice";

    private final Consents consents;
    private final PatientRecords patients;
    private final RecordAccess access;
    private final ClinicService clinics;
    private final ErrorTexts texts;

    DeskConsentController(
            Consents consents, PatientRecords patients, RecordAccess access, ClinicService clinics, ErrorTexts texts) {
        this.consents = consents;
        this.patients = patients;
        this.access = access;
        this.clinics = clinics;
        this.texts = texts;
    }

    private record Shown(List<SignedConsent> signed, List<ConsentToSign> open) {}

    private record One(SignedConsent consent, ConsentVerification verification) {}

    @GetMapping(OF_PATIENT)
    String list(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var patient = patient(patientId);
        if (access.decide(person, patientId) instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        var shown = access.read(
                person,
                patientId,
                WHAT,
                () -> new Shown(consents.of(patientId), consents.open(patientId, language(patient))));
        fill(model, patient);
        model.addAttribute("signed", shown.signed());
        model.addAttribute("open", shown.open());
        return "documents/patient-consents";
    }

    @GetMapping(OF_PATIENT + "/sign")
    String toSign(
            @PathVariable UUID patientId,
            @RequestParam(required = false) UUID version,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        var patient = patient(patientId);
        if (access.decide(person, patientId) instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        return consents.open(patientId, language(patient)).stream()
                .filter(consent -> consent.versionId().equals(version))
                .findFirst()
                .map(consent -> signing(model, patient, consent, Map.of(), null, ""))
                .orElse(list(patientId));
    }

    @PostMapping(OF_PATIENT + "/sign")
    String sign(
            @PathVariable UUID patientId,
            @ModelAttribute SignFields fields,
            @AuthenticationPrincipal StaffPrincipal person,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var patient = patient(patientId);
        if (access.decide(person, patientId) instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        if (fields.version() == null) {
            return list(patientId);
        }
        var relation = relation(fields.relation());
        try {
            consents.sign(
                    patientId,
                    fields.version(),
                    fields.language(),
                    new Signer(fields.signerName(), relation, null),
                    fields.signature());
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var consent = consents.toSign(fields.version(), fields.language());
            return signing(model, patient, consent, texts.of(invalid, locale), relation, fields.signerName());
        }
        flash.addFlashAttribute(NOTICE, "consents.signed");
        return list(patientId);
    }

    @GetMapping(ONE)
    String one(@PathVariable UUID consentId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var patientId = consents.patientOf(consentId);
        if (access.decide(person, patientId) instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        var shown = access.read(
                person,
                patientId,
                WHAT,
                () -> new One(consents.get(patientId, consentId), consents.verify(patientId, consentId)));
        fill(model, patient(patientId));
        model.addAttribute("consent", shown.consent());
        model.addAttribute("verification", shown.verification());
        return "documents/consent";
    }

    @GetMapping(ONE + "/consent.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID consentId, @AuthenticationPrincipal StaffPrincipal person) {
        var patientId = consents.patientOf(consentId);
        return PdfAnswer.of("consent", access.read(person, patientId, WHAT, () -> consents.pdf(patientId, consentId)));
    }

    @PostMapping(ONE + "/withdraw")
    String withdraw(
            @PathVariable UUID consentId,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash) {
        var patientId = consents.patientOf(consentId);
        if (access.decide(person, patientId) instanceof RecordDecision.Closed) {
            return emergencyAccess(patientId);
        }
        consents.withdraw(patientId, consentId, reason);
        flash.addFlashAttribute(NOTICE, "consents.withdrawn");
        return list(patientId);
    }

    /** Before anything about access is told: a foreign id is unknown. */
    private PatientRecord patient(UUID patientId) {
        return patients.find(patientId).orElseThrow(ProblemException::notFound);
    }

    private String signing(
            Model model,
            PatientRecord patient,
            ConsentToSign consent,
            Map<String, String> errors,
            SignerRelation relation,
            String signerName) {
        fill(model, patient);
        model.addAttribute("consent", consent);
        model.addAttribute("errors", errors);
        model.addAttribute("relations", SignerRelation.values());
        model.addAttribute("relation", relation == null ? SignerRelation.SELF : relation);
        model.addAttribute("signerName", signerName);
        return "documents/consent-sign";
    }

    private void fill(Model model, PatientRecord patient) {
        model.addAttribute("patient", patient);
        model.addAttribute("zone", clinics.current().timeZone());
    }

    private static SignerRelation relation(String code) {
        return Arrays.stream(SignerRelation.values())
                .filter(relation -> relation.code().equals(code))
                .findFirst()
                .orElse(SignerRelation.SELF);
    }

    private static Locale language(PatientRecord patient) {
        return Locale.forLanguageTag(patient.content().language());
    }

    private static String list(UUID patientId) {
        return "redirect:/desk/patients/" + patientId + "/consents";
    }

    private static String emergencyAccess(UUID patientId) {
        return "redirect:/desk/emergency-access/" + patientId;
    }
}
