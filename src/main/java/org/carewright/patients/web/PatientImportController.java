package org.carewright.patients.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.transfer.DateFormat;
import org.carewright.patients.transfer.PatientImports;
import org.carewright.patients.transfer.RowError;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.CsvRow;
import org.carewright.shared.web.DeskPage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Imports of patients (ONB-6): upload, progress, what is wrong with which row, decision. With JavaScript the file is sent
 * as it is and read while it arrives, whatever its size; without it as a form, up to the size forms may have.
 */
@Controller
@DeskPage("patients")
class PatientImportController {

    static final String PATH = "/desk/patient-imports";

    private static final int SHOWN_IMPORTS = 20;
    private static final int SHOWN_ERRORS = 100;
    private static final int ALL_ERRORS = 20_000;

    /** What people can choose when the encoding isn't found out rightly. */
    private static final Map<String, String> ENCODINGS = encodings();

    private final PatientImports imports;
    private final ClinicService clinics;
    private final MessageSource messages;

    PatientImportController(PatientImports imports, ClinicService clinics, MessageSource messages) {
        this.imports = imports;
        this.clinics = clinics;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String list(Model model) {
        var clinic = clinics.current();
        model.addAttribute("imports", imports.newest(SHOWN_IMPORTS));
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("encodings", ENCODINGS);
        model.addAttribute("formats", DateFormat.values());
        model.addAttribute("usual", DateFormat.usualIn(clinic.country()));
        return "patients/imports";
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String encoding,
            @RequestParam(defaultValue = "") String dates,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            flash.addFlashAttribute("problem", "problem.import_empty");
            return "redirect:" + PATH;
        }
        try (var content = file.getInputStream()) {
            return "redirect:" + PATH + "/" + receive(person, content, encoding, dates);
        } catch (ProblemException e) {
            flash.addFlashAttribute("problem", "problem." + e.code());
            return "redirect:" + PATH;
        }
    }

    /** The file itself as the request's body; the answer's Location is the import's page. */
    @PostMapping(path = PATH, consumes = "text/csv")
    void stream(
            HttpServletRequest request,
            @RequestHeader(name = "X-Import-Encoding", defaultValue = "") String encoding,
            @RequestHeader(name = "X-Import-Dates", defaultValue = "") String dates,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            var id = receive(person, request.getInputStream(), encoding, dates);
            response.setStatus(HttpStatus.CREATED.value());
            response.setHeader(HttpHeaders.LOCATION, PATH + "/" + id);
        } catch (ProblemException e) {
            response.setStatus(e.status().value());
            response.getWriter().write(messages.getMessage("problem." + e.code(), null, locale));
        }
    }

    @GetMapping(PATH + "/{importId}")
    String show(@PathVariable UUID importId, Locale locale, Model model) {
        var shown = imports.get(importId);
        model.addAttribute("it", shown);
        model.addAttribute("zone", clinics.current().timeZone());
        model.addAttribute(
                "unknownColumns",
                shown.columns().stream().filter(String::isEmpty).count());
        model.addAttribute(
                "errors",
                imports.errors(importId, SHOWN_ERRORS).stream()
                        .map(error -> new ShownError(error.rowNumber(), field(error, locale), text(error, locale)))
                        .toList());
        return "patients/import";
    }

    @PostMapping(PATH + "/{importId}/decision")
    String decide(
            @PathVariable UUID importId, @RequestParam(required = false) String decision, RedirectAttributes flash) {
        imports.get(importId);
        try {
            if ("import".equals(decision) || "discard".equals(decision)) {
                imports.decide(importId, "import".equals(decision));
            }
        } catch (ProblemException e) {
            flash.addFlashAttribute("problem", "problem." + e.code());
        }
        return "redirect:" + PATH + "/" + importId;
    }

    @GetMapping(PATH + "/{importId}/errors.csv")
    void errors(@PathVariable UUID importId, Locale locale, HttpServletResponse response) throws IOException {
        imports.get(importId);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-errors.csv\"");
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(CsvRow.of(
                messages.getMessage("import.error.row", null, locale),
                messages.getMessage("import.error.field", null, locale),
                messages.getMessage("import.error.what", null, locale)));
        for (var error : imports.errors(importId, ALL_ERRORS)) {
            out.write(CsvRow.of("" + error.rowNumber(), field(error, locale), text(error, locale)));
        }
        out.flush();
    }

    /** @param what in the reader's language */
    public record ShownError(int row, String field, String what) {}

    private UUID receive(StaffPrincipal person, InputStream content, String encoding, String dates) throws IOException {
        return imports.receive(
                person,
                content,
                ENCODINGS.containsKey(encoding) ? Optional.of(Charset.forName(encoding)) : Optional.empty(),
                List.of(DateFormat.values()).stream()
                        .filter(format -> format.code().equals(dates))
                        .findFirst()
                        .orElse(DateFormat.usualIn(clinics.current().country())));
    }

    private String field(RowError error, Locale locale) {
        return messages.getMessage("import.field." + error.field(), null, error.field(), locale);
    }

    private String text(RowError error, Locale locale) {
        return messages.getMessage("form.error." + error.code(), new Object[] {error.argument()}, error.code(), locale);
    }

    private static Map<String, String> encodings() {
        var names = new LinkedHashMap<String, String>();
        names.put("UTF-8", "UTF-8");
        names.put("UTF-16", "UTF-16");
        names.put("windows-1252", "Windows-1252");
        names.put("Big5", "Big5");
        names.put("GB18030", "GB18030");
        names.put("windows-31j", "Shift_JIS");
        return names;
    }
}
