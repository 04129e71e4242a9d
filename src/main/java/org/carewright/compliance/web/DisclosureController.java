package org.carewright.compliance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.compliance.disclosure.DisclosureFile;
import org.carewright.compliance.disclosure.DisclosureService;
import org.carewright.compliance.disclosure.NewDisclosure;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.PatientService;
import org.carewright.shared.forms.TypedText;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounting of disclosures: who got what of a patient's record in the last six years (HIP-3). */
@Controller
class DisclosureController {

    private static final String PATH = "/desk/disclosures/{patientId}";
    private static final String VIEW = "compliance/disclosures";
    private static final int LONGEST_TEXT = 1000;
    private static final String DATE = "disclosedOn";
    private static final String RECIPIENT_ADDRESS = "recipientAddress";

    private final DisclosureService disclosures;
    private final PatientService patients;
    private final MessageSource messages;

    DisclosureController(DisclosureService disclosures, PatientService patients, MessageSource messages) {
        this.disclosures = disclosures;
        this.patients = patients;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String page(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        fill(model, person, patientId, Map.of(), Map.of());
        return VIEW;
    }

    @GetMapping(PATH + "/file.csv")
    ResponseEntity<byte[]> file(
            @PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Locale language) {
        var heads = Stream.of("date", "recipient", "address", "description", "purpose")
                .map(column -> messages.getMessage("disclosures." + column, null, language))
                .toList();
        var file = DisclosureFile.of(heads, disclosures.account(person, patientId, "disclosures-file"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"disclosures.csv\"")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(PATH)
    String record(
            @PathVariable UUID patientId,
            @RequestParam(defaultValue = "") String disclosedOn,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String recipientAddress,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal StaffPrincipal person,
            HttpServletResponse response,
            Model model) {
        var values = new LinkedHashMap<String, String>();
        values.put(DATE, TypedText.of(disclosedOn));
        values.put("recipient", TypedText.of(recipient));
        values.put(RECIPIENT_ADDRESS, TypedText.of(recipientAddress));
        values.put("description", TypedText.of(description));
        values.put("purpose", TypedText.of(purpose));
        var wrong = wrong(values);
        if (!wrong.isEmpty()) {
            fill(model, person, patientId, values, wrong);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return VIEW;
        }
        disclosures.record(
                person,
                patientId,
                new NewDisclosure(
                        date(values.get(DATE)),
                        values.get("recipient"),
                        values.get(RECIPIENT_ADDRESS),
                        values.get("description"),
                        values.get("purpose")));
        return "redirect:/desk/disclosures/" + patientId + "?saved";
    }

    /** Message keys by field. */
    private Map<String, String> wrong(Map<String, String> values) {
        var wrong = new LinkedHashMap<String, String>();
        values.forEach((field, text) -> {
            if (text.length() > LONGEST_TEXT) {
                wrong.put(field, "disclosures.error.long");
            } else if (text.isEmpty() && !field.equals(RECIPIENT_ADDRESS)) {
                wrong.put(field, "disclosures.error.missing");
            }
        });
        var date = date(values.get(DATE));
        if (date == null || date.isAfter(disclosures.today())) {
            wrong.put(DATE, "disclosures.error.date");
        }
        return wrong;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void fill(
            Model model, StaffPrincipal person, UUID patientId, Map<String, String> values, Map<String, String> wrong) {
        var patient = patients.find(patientId).orElseThrow(ProblemException::notFound);
        model.addAttribute("patientId", patientId);
        model.addAttribute("patientName", patient.fullName());
        model.addAttribute("disclosures", disclosures.account(person, patientId, "disclosures"));
        model.addAttribute("values", values);
        model.addAttribute("wrong", wrong);
        model.addAttribute("fields", List.of(DATE, "recipient", RECIPIENT_ADDRESS, "description", "purpose"));
    }
}
