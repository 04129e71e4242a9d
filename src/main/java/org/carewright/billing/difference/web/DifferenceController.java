package org.carewright.billing.difference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.difference.DifferenceBook;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What provider, inbox and ledger don't agree on: a list, the evidence side by side, and what came of it (BIL-9). */
@Controller
@DeskPage("invoices")
@RequestMapping("/desk/differences")
class DifferenceController {

    private static final int PAGE = 50;
    private static final List<String> OUTCOMES = List.of("put_right", "provider_error", "not_ours");

    private final DifferenceBook book;
    private final ClinicService clinics;
    private final ErrorTexts texts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    DifferenceController(
            DifferenceBook book,
            ClinicService clinics,
            ErrorTexts texts,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.book = book;
        this.clinics = clinics;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) UUID after,
            Model model) {
        var open = !"closed".equals(state);
        var path = "/desk/differences?state=" + (open ? "open" : "closed");
        transaction.executeWithoutResult(status -> {
            var found = book.page(open, after == null ? null : book.get(after), PAGE + 1);
            var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
            model.addAttribute("rows", shown);
            model.addAttribute(
                    "next",
                    found.size() > PAGE ? path + "&after=" + shown.get(PAGE - 1).id() : null);
        });
        model.addAttribute("open", open);
        model.addAttribute("first", after == null ? null : path);
        model.addAttribute("zone", clinics.current().timeZone());
        return "billing/differences";
    }

    @GetMapping("/{differenceId}")
    String show(@PathVariable UUID differenceId, Model model) {
        return page(differenceId, Map.of(), Map.of(), model);
    }

    @PostMapping("/{differenceId}/resolve")
    String resolve(
            @PathVariable UUID differenceId,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            book.resolve(differenceId, outcome, reason);
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var errors = new HashMap<String, String>();
            invalid.errors()
                    .forEach(error -> errors.putIfAbsent(
                            "differenceNote".equals(error.key()) ? "reason" : "outcome", texts.of(error, locale)));
            return page(differenceId, Map.of("outcome", outcome, "reason", reason), errors, model);
        }
        flash.addFlashAttribute("notice", "difference.notice.resolved");
        return "redirect:/desk/differences";
    }

    private String page(UUID differenceId, Map<String, String> typed, Map<String, String> errors, Model model) {
        transaction.executeWithoutResult(status -> {
            var difference = book.get(differenceId);
            audit.record("difference.viewed", "difference", differenceId, null);
            model.addAttribute("difference", difference);
            model.addAttribute("evidence", book.evidence(difference));
        });
        model.addAttribute("outcomes", OUTCOMES);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("zone", clinics.current().timeZone());
        return "billing/difference";
    }
}
