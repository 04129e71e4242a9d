package org.carewright.billing.bank.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.audit.AuditLog;
import org.carewright.billing.bank.BankMatching;
import org.carewright.billing.bank.Expected;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.integrations.bank.BankUploads;
import org.carewright.integrations.bank.DateOrder;
import org.carewright.integrations.bank.ImportResult;
import org.carewright.integrations.bank.StatementPreview;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bank's statement as a file (BIL-3): uploaded, looked at line by line, then booked or given up. */
@Controller
@DeskPage("invoices")
@RequestMapping("/desk/bank/statements")
class BankStatementController {

    private static final String HOME = "redirect:/desk/bank/statements";
    private static final int SHOWN_IMPORTS = 10;
    private static final int SHOWN_LINES = 300;

    private final BankUploads uploads;
    private final BankMatching matching;
    private final ClinicService clinics;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    BankStatementController(
            BankUploads uploads,
            BankMatching matching,
            ClinicService clinics,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.matching = matching;
        this.clinics = clinics;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A line as shown before it is booked.
     *
     * @param outcome {@code known}, {@code out}, {@code match}, {@code confirm} or {@code waits}
     * @param expected null but for {@code match} and {@code confirm}
     */
    record Row(StatementPreview.Line line, String outcome, Expected expected) {

        static Row of(StatementPreview.Line line, Expected expected) {
            if (line.known()) {
                return new Row(line, "known", null);
            } else if (line.amount().minor() < 0) {
                return new Row(line, "out", null);
            } else if (expected == null) {
                return new Row(line, "waits", null);
            }
            return new Row(line, expected.booked() ? "confirm" : "match", expected);
        }
    }

    @GetMapping
    String list(Model model) {
        var own = clinics.current();
        model.addAttribute("booked", uploads.booked(SHOWN_IMPORTS));
        model.addAttribute("accounts", uploads.accounts());
        model.addAttribute("currency", own.currency().getCurrencyCode());
        model.addAttribute("currencies", currencies(own.currency()));
        model.addAttribute("orders", DateOrder.values());
        model.addAttribute("usual", DateOrder.of(own.currency()));
        model.addAttribute("zone", own.timeZone());
        return "billing/bank-statements";
    }

    /** The clinic's own first. */
    private static List<String> currencies(Currency own) {
        return Stream.of(own.getCurrencyCode(), "INR", "USD", "EUR", "GBP")
                .distinct()
                .toList();
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String order,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash)
            throws IOException {
        try {
            var content = file == null ? new byte[0] : file.getBytes();
            var chosen = currency(currency);
            var id = uploads.keep(account, chosen, order(order, chosen), content, person.accountId());
            return HOME + "/" + id;
        } catch (ProblemException refused) {
            flash.addFlashAttribute("problem", "problem." + refused.code());
            flash.addFlashAttribute("typedAccount", account);
            return HOME;
        }
    }

    private Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return clinics.current().currency();
        }
    }

    private static DateOrder order(String name, Currency currency) {
        return Arrays.stream(DateOrder.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(DateOrder.of(currency));
    }

    @GetMapping("/{uploadId}")
    String show(@PathVariable UUID uploadId, Model model) {
        transaction.executeWithoutResult(status -> {
            var preview = uploads.preview(uploadId);
            var found = matching.foresee(preview.lines());
            var rows = preview.lines().stream()
                    .map(line -> Row.of(line, found.get(line.row())))
                    .toList();
            audit.record("bank.statement-viewed", "bank_upload", uploadId, null);
            model.addAttribute("upload", uploads.get(uploadId));
            model.addAttribute("problems", preview.problems());
            model.addAttribute("rows", rows.stream().limit(SHOWN_LINES).toList());
            model.addAttribute("hidden", Math.max(0, rows.size() - SHOWN_LINES));
            for (var outcome : List.of("match", "confirm", "waits", "known", "out")) {
                model.addAttribute(
                        outcome,
                        rows.stream()
                                .filter(row -> row.outcome().equals(outcome))
                                .count());
            }
        });
        return "billing/bank-statement";
    }

    @PostMapping("/{uploadId}/decision")
    String decide(
            @PathVariable UUID uploadId,
            @RequestParam(defaultValue = "") String decision,
            @AuthenticationPrincipal StaffPrincipal person,
            RedirectAttributes flash) {
        if ("discard".equals(decision)) {
            uploads.discard(uploadId);
            flash.addFlashAttribute("notice", "bank.notice.discarded");
            return HOME;
        }
        uploads.get(uploadId);
        if (!"book".equals(decision)
                || !(uploads.book(uploadId, person.accountId()) instanceof ImportResult.Imported done)) {
            return HOME + "/" + uploadId;
        }
        flash.addFlashAttribute("newCredits", done.credits());
        flash.addFlashAttribute("newDebits", done.debits());
        flash.addFlashAttribute("knownLines", done.known());
        return "redirect:/desk/bank";
    }
}
