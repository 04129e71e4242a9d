package org.carewright.patients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordChangedException;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.record.RecordField;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * New records and changes. When two people change one record, the second sees both versions and chooses field by field;
 * nothing is overwritten unseen.
 */
@Controller
@DeskPage("patients")
class PatientEditController {

    private static final String VIEW = "patients/edit";
    private static final String RECORD = "redirect:/desk/patients/";

    private final PatientRecords records;
    private final PatientSearch search;
    private final RecordAccess access;
    private final ErrorTexts texts;

    PatientEditController(PatientRecords records, PatientSearch search, RecordAccess access, ErrorTexts texts) {
        this.records = records;
        this.search = search;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/desk/patients/new")
    String begin(Model model) {
        return page(model, null, RecordForm.empty(null), Map.of());
    }

    @PostMapping("/desk/patients/new")
    String create(
            @ModelAttribute RecordForm form,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            var id = records.create(draft(form));
            flash.addFlashAttribute("notice", "patient.notice.created");
            return RECORD + id;
        } catch (InvalidFormException e) {
            return wrong(model, response, null, form, e, locale);
        }
    }

    @GetMapping("/desk/patients/{patientId}/edit")
    String edit(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        records.get(patientId);
        var patient = access.read(person, patientId, "record", () -> records.get(patientId));
        return page(model, patientId, form(patient, patient.content()), Map.of());
    }

    /**
     * Saves.
     *
     * @param parameters {@code choose.<field>=now} for each field in which, after a conflict, what is in the record now
     *     shall stay
     */
    @PostMapping("/desk/patients/{patientId}/edit")
    String save(
            @PathVariable UUID patientId,
            @ModelAttribute RecordForm form,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        records.get(patientId);
        var now = access.read(person, patientId, "record", () -> records.get(patientId));
        try {
            var kept = RecordField.take(draft(form), now.content(), staying(parameters));
            records.update(patientId, form.version() == null ? -1 : form.version(), kept);
            flash.addFlashAttribute("notice", "patient.notice.saved");
            return RECORD + patientId;
        } catch (InvalidFormException e) {
            return wrong(model, response, patientId, form, e, locale);
        } catch (RecordChangedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return conflict(model, e.current(), records.check(draft(form)).content());
        }
    }

    private String conflict(Model model, PatientRecord current, RecordDraft mine) {
        model.addAttribute("differences", RecordField.differences(current.content(), mine));
        model.addAttribute("theirs", current.content());
        model.addAttribute("mine", mine);
        return page(model, current.id(), form(current, mine), Map.of());
    }

    private String wrong(
            Model model,
            HttpServletResponse response,
            UUID patientId,
            RecordForm form,
            InvalidFormException e,
            Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, patientId, form, texts.of(e, locale));
    }

    private static String page(Model model, UUID patientId, RecordForm form, Map<String, String> errors) {
        model.addAttribute("patientId", patientId);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("languages", Languages.offered());
        model.addAttribute("channels", PreferredChannel.values());
        return VIEW;
    }

    private RecordForm form(PatientRecord patient, RecordDraft content) {
        var referrer = content.referredBy();
        return RecordForm.of(
                patient.version(),
                content,
                referrer == null
                        ? ""
                        : records.find(referrer).map(PatientRecord::barcode).orElse(""));
    }

    private RecordDraft draft(RecordForm form) {
        var errors = new ArrayList<FieldError>();
        var draft = form.draft(errors, referrer(form.referredBy(), errors));
        if (!errors.isEmpty()) {
            errors.addAll(records.check(draft).errors());
            throw new InvalidFormException(errors);
        }
        return draft;
    }

    private UUID referrer(String typed, List<FieldError> errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var query = PatientQuery.of(typed);
        var found = query.barcode().isPresent() ? search.find(query, 1) : List.<FoundPatient>of();
        if (found.isEmpty()) {
            errors.add(new FieldError("referredBy", "pattern", List.of()));
            return null;
        }
        return found.get(0).id();
    }

    private static List<RecordField> staying(Map<String, String> parameters) {
        return List.of(RecordField.values()).stream()
                .filter(field -> "now".equals(parameters.get("choose." + field.key())))
                .toList();
    }
}
