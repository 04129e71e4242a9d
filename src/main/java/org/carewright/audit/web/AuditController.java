package org.carewright.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carewright.audit.AuditEvent;
import org.carewright.audit.AuditLog;
import org.carewright.audit.AuditTrail;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.key.ApiKeys;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.StaffDirectory;
import org.carewright.shared.web.CsvRow;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what: the log with filters, a patient's access report (filter by patient), and both as CSV (HIP-3). */
@Controller
@RequestMapping("/desk/audit")
class AuditController {

    private static final String PATH = "/desk/audit";
    private static final int ROWS_ON_A_PAGE = 50;

    private final AuditTrail trail;
    private final AuditLog log;
    private final ClinicService clinics;
    private final StaffDirectory staff;
    private final ApiKeys keys;
    private final TransactionTemplate transaction;

    AuditController(
            AuditTrail trail,
            AuditLog log,
            ClinicService clinics,
            StaffDirectory staff,
            ApiKeys keys,
            TransactionTemplate transaction) {
        this.trail = trail;
        this.log = log;
        this.clinics = clinics;
        this.staff = staff;
        this.keys = keys;
        this.transaction = transaction;
    }

    @GetMapping
    String page(@ModelAttribute("query") AuditQuery query, @RequestParam(required = false) String before, Model model) {
        var clinic = clinics.current();
        var events = trail.page(query.filter(clinic.timeZone()), place(before), ROWS_ON_A_PAGE + 1);
        var more = events.size() > ROWS_ON_A_PAGE;
        var shown = more ? events.subList(0, ROWS_ON_A_PAGE) : events;
        AuditPages.frame(model, clinic, "audit");
        model.addAttribute("events", shown);
        model.addAttribute("names", names(clinic.clinicId().toString()));
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("outcomes", List.of(AuditLog.SUCCESS, AuditLog.REFUSED, AuditLog.FAILURE));
        model.addAttribute("newest", before == null ? null : query.address(PATH, null));
        model.addAttribute("older", more ? query.address(PATH, place(shown.get(shown.size() - 1))) : null);
        model.addAttribute("csv", query.address(PATH + "/export.csv", null));
        return "audit/log";
    }

    @GetMapping("/export.csv")
    void export(@ModelAttribute("query") AuditQuery query, HttpServletResponse response) throws IOException {
        var clinic = clinics.current();
        transaction.executeWithoutResult(status -> log.record("audit.exported", "audit", null, query.patient()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        var out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var names = names(clinic.clinicId().toString());
        out.write(CsvRow.of(
                "time",
                "actor",
                "actor id",
                "role",
                "action",
                "resource",
                "resource id",
                "patient id",
                "outcome",
                "reason",
                "address",
                "correlation",
                "emergency access"));
        trail.forEach(query.filter(clinic.timeZone()), event -> write(out, event, names));
        out.flush();
    }

    private static void write(java.io.Writer out, AuditEvent event, Map<String, String> names) {
        try {
            out.write(CsvRow.of(
                    event.recordedAt(),
                    event.actorId() == null ? null : names.get(event.actorId().toString()),
                    event.actorId(),
                    event.actorRole(),
                    event.action(),
                    event.resourceType(),
                    event.resourceId(),
                    event.patientId(),
                    event.outcome(),
                    event.reason(),
                    event.address(),
                    event.correlation(),
                    event.grantId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clinic's staff and its newest API keys by id, in two statements. */
    private Map<String, String> names(String clinicId) {
        var names = new LinkedHashMap<String, String>();
        staff.members(clinicId, null).forEach(member -> names.put(member.id(), member.displayName()));
        keys.list().forEach(key -> names.put(key.id().toString(), key.name()));
        return names;
    }

    private static String place(AuditEvent event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()) + "-" + event.position();
    }

    /** @return what the statement compares with, null for the newest page */
    private static AuditEvent place(String before) {
        if (before == null) {
            return null;
        }
        if (!before.matches("\\d{1,18}-\\d{1,18}")) {
            throw ProblemException.notFound();
        }
        var parts = before.split("-");
        var at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
        return new AuditEvent(
                null, Long.parseLong(parts[1]), at, null, null, null, null, null, null, null, null, null, null, null);
    }
}
