package org.carewright.patients.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.web.DeskPage;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The patients by name, and the search. What is searched for comes in a request's body and a page's place is an id: names
 * and numbers never stand in an address.
 */
@Controller
@DeskPage("patients")
class PatientListController {

    private static final String VIEW = "patients/list";
    private static final int PAGE = 50;

    private final PatientSearch search;
    private final AuditLog audit;
    private final ClinicService clinics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PatientListController(
            PatientSearch search, AuditLog audit, ClinicService clinics, TransactionTemplate transaction, Clock clock) {
        this.search = search;
        this.audit = audit;
        this.clinics = clinics;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/desk/patients")
    String all(@RequestParam(required = false) UUID after, Model model) {
        var found = transaction.execute(status -> {
            audit.record("patients.listed", "patient", null, null);
            return search.allAfter(after, PAGE + 1);
        });
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        fill(model, "", PatientRow.of(shown, clinics.current(), clock));
        model.addAttribute("first", after == null ? null : "/desk/patients");
        model.addAttribute(
                "next", more ? "/desk/patients?after=" + shown.get(PAGE - 1).id() : null);
        return VIEW;
    }

    @PostMapping("/desk/patients/search")
    String search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
        var query = PatientQuery.of(typed);
        var found = transaction.execute(status -> {
            audit.record("patients.searched", "patient", null, null);
            return search.find(query, PAGE + 1);
        });
        if (query.barcode().isPresent() && found.size() == 1) {
            return "redirect:/desk/patients/" + found.get(0).id();
        }
        var more = found.size() > PAGE;
        fill(model, typed, PatientRow.of(more ? found.subList(0, PAGE) : found, clinics.current(), clock));
        model.addAttribute("tooMany", more && !query.blank() ? PAGE : null);
        model.addAttribute("next", more && query.blank() ? next(found.get(PAGE - 1)) : null);
        return VIEW;
    }

    private static String next(FoundPatient last) {
        return "/desk/patients?after=" + last.id();
    }

    private static void fill(Model model, String typed, List<PatientRow> rows) {
        model.addAttribute("q", typed);
        model.addAttribute("patients", rows);
    }
}
