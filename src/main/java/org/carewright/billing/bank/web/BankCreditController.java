package org.carewright.billing.bank.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.audit.AuditLog;
import org.carewright.billing.bank.BankMatches;
import org.carewright.billing.bank.BankMatches.Owing;
import org.carewright.billing.payment.Payment;
import org.carewright.identity.StaffPrincipal;
import org.carewright.integrations.bank.BankCredit;
import org.carewright.integrations.bank.BankLines;
import org.carewright.integrations.bank.NamedReference;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money at the bank that no rule could match: a person says what it is for, or that it isn't ours (BIL-9). */
@Controller
@DeskPage("invoices")
@RequestMapping("/desk/bank")
class BankCreditController {

    private static final String HOME = "redirect:/desk/bank";
    private static final int PAGE = 50;
    private static final int SHOWN_IGNORED = 20;

    private final BankMatches matches;
    private final BankLines lines;
    private final PatientRecords records;
    private final ErrorTexts texts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    BankCreditController(
            BankMatches matches,
            BankLines lines,
            PatientRecords records,
            ErrorTexts texts,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.matches = matches;
        this.lines = lines;
        this.records = records;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @param named whether the bank's text holds the invoice's number */
    record Choice(Owing invoice, String patient, boolean named) {}

    @GetMapping
    String list(@RequestParam(required = false) UUID after, Model model) {
        transaction.executeWithoutResult(status -> {
            var last = after == null ? null : lines.find(after).orElseThrow(ProblemException::notFound);
            var found = lines.unmatched(last, PAGE + 1);
            var shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
            audit.record("bank.credits-listed", "bank_line", null, null);
            model.addAttribute("credits", shown);
            model.addAttribute("ignored", last == null ? lines.ignored(SHOWN_IGNORED) : List.of());
            model.addAttribute("first", after == null ? null : "/desk/bank");
            model.addAttribute(
                    "next",
                    found.size() > PAGE
                            ? "/desk/bank?after=" + shown.get(PAGE - 1).id()
                            : null);
        });
        return "billing/bank";
    }

    @GetMapping("/credits/{creditId}")
    String show(@PathVariable UUID creditId, Model model) {
        return page(creditId, "", Map.of(), model);
    }

    private String page(UUID creditId, String typed, Map<String, String> errors, Model model) {
        transaction.executeWithoutResult(status -> {
            var credit = matches.waiting(creditId);
            var payments = matches.payments(credit);
            audit.record("bank.credit-viewed", "bank_line", creditId, null);
            model.addAttribute("credit", credit);
            model.addAttribute("payments", payments);
            model.addAttribute("choices", choices(credit));
            model.addAttribute("typed", typed);
            model.addAttribute("errors", errors);
        });
        return "billing/bank-credit";
    }

    /** Invoices of that amount, those that the bank's text names first. */
    private List<Choice> choices(BankCredit credit) {
        var owing = matches.invoices(credit);
        var patients =
                records.findAll(owing.stream().map(Owing::patientId).distinct().toList());
        var all = owing.stream()
                .map(each -> new Choice(
                        each,
                        name(patients, each.patientId()),
                        NamedReference.isIn(credit.description(), each.number())))
                .toList();
        return Stream.concat(all.stream().filter(Choice::named), all.stream().filter(choice -> !choice.named()))
                .toList();
    }

    private static String name(Map<UUID, PatientRecord> patients, UUID id) {
        return patients.containsKey(id) ? patients.get(id).fullName() : "";
    }

    @PostMapping("/credits/{creditId}/payment")
    String payment(
            @PathVariable UUID creditId,
            @RequestParam(required = false) UUID paymentId,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            RedirectAttributes flash) {
        matches.waiting(creditId);
        if (paymentId == null) {
            return "redirect:/desk/bank/credits/" + creditId;
        }
        return booked(matches.matchPayment(creditId, paymentId, person.accountId()), locale, flash);
    }

    @PostMapping("/credits/{creditId}/invoice")
    String invoice(
            @PathVariable UUID creditId,
            @RequestParam(defaultValue = "") String invoice,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            return booked(matches.matchInvoice(creditId, invoice, person.accountId()), locale, flash);
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(creditId, invoice, texts.of(invalid, locale), model);
        }
    }

    private static String booked(Payment payment, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("amount", payment.amount().format(locale));
        flash.addFlashAttribute("receipt", payment.receipt());
        return HOME;
    }

    @PostMapping("/credits/{creditId}/not-ours")
    String notOurs(
            @PathVariable UUID creditId, @AuthenticationPrincipal StaffPrincipal person, RedirectAttributes flash) {
        matches.notOurs(creditId, person.accountId());
        flash.addFlashAttribute("notice", "bank.notice.not-ours");
        return HOME;
    }

    @PostMapping("/credits/{creditId}/waits-again")
    String waitAgain(@PathVariable UUID creditId, RedirectAttributes flash) {
        matches.waitAgain(creditId);
        flash.addFlashAttribute("notice", "bank.notice.waits-again");
        return HOME;
    }
}
