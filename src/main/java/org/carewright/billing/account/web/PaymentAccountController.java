package org.carewright.billing.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.carewright.billing.account.PaymentAccounts;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.account.AccountDraft;
import org.carewright.integrations.account.AccountKind;
import org.carewright.integrations.account.AccountKind.Mode;
import org.carewright.integrations.account.AccountRefusedException;
import org.carewright.integrations.account.ProviderAccount;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Connects the clinic to payment providers, for who runs it. Credentials are written and never shown again: a page that
 * is refused asks for them anew.
 */
@Controller
@RequestMapping("/desk/settings/payments")
class PaymentAccountController {

    private static final String HOME = "redirect:/desk/settings/payments";
    private static final String NOTICE = "notice";
    private static final String WEBHOOKS = "/api/v1/payments/webhook/";

    /** What clinics charge in; the clinic's own currency comes before them. */
    private static final List<String> CURRENCIES =
            List.of("USD", "EUR", "GBP", "INR", "JPY", "TWD", "CNY", "HKD", "SGD", "AUD", "CAD", "NZD", "CHF", "AED");

    private final PaymentAccounts accounts;
    private final ClinicService clinics;
    private final PublicUrl publicUrl;

    PaymentAccountController(PaymentAccounts accounts, ClinicService clinics, PublicUrl publicUrl) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("kinds", accounts.kinds());
        return page(model, "billing/payment-accounts");
    }

    @GetMapping("/new")
    String connectPage(@RequestParam String gateway, Model model) {
        return connectPage(kind(gateway), List.of(clinics.current().currency().getCurrencyCode()), null, model);
    }

    @PostMapping
    String connect(
            @RequestParam String gateway,
            @RequestParam(defaultValue = "") List<String> currencies,
            @RequestParam(defaultValue = "TEST") Mode mode,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var kind = kind(gateway);
        try {
            var id = accounts.connect(new AccountDraft(kind.gateway(), mode, currencies, credentials(kind, form)));
            flash.addFlashAttribute(NOTICE, "payment-accounts.connected");
            return HOME + "/" + id;
        } catch (AccountRefusedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return connectPage(kind, currencies, refused, model);
        }
    }

    private String connectPage(AccountKind kind, List<String> chosen, AccountRefusedException refused, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("modeIsAsked", kind.modeOf(Map.of()).isEmpty());
        model.addAttribute("currencies", currencies(chosen));
        model.addAttribute("chosen", chosen);
        model.addAttribute("refused", refused);
        return page(model, "billing/payment-account-new");
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        return show(accounts.get(id), null, model);
    }

    @PostMapping("/{id}/credentials")
    String replaceCredentials(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return change(id, "payment-accounts.saved", response, flash, model, account -> {
            accounts.replaceCredentials(id, credentials(accounts.kind(account.gateway()), form));
        });
    }

    @PostMapping("/{id}/currencies")
    String choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> currencies,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return change(id, "payment-accounts.saved", response, flash, model, account -> accounts.choose(id, currencies));
    }

    @PostMapping("/{id}/active")
    String setActive(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean active,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var notice = active ? "payment-accounts.on" : "payment-accounts.off";
        return change(id, notice, response, flash, model, account -> accounts.setActive(id, active));
    }

    /** One of the page's forms; what is refused is said on the page itself. */
    private String change(
            UUID id,
            String notice,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Consumer<ProviderAccount> change) {
        var account = accounts.get(id);
        try {
            change.accept(account);
        } catch (AccountRefusedException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(account, refused, model);
        }
        flash.addFlashAttribute(NOTICE, notice);
        return HOME + "/" + id;
    }

    @PostMapping("/{id}/check")
    String check(@PathVariable UUID id) {
        accounts.check(id);
        return HOME + "/" + id;
    }

    private String show(ProviderAccount account, AccountRefusedException refused, Model model) {
        var kind = accounts.kind(account.gateway());
        var hasWebhook = kind.fields().stream().anyMatch(field -> field.name().equals(AccountKind.WEBHOOK_SECRET));
        model.addAttribute("account", account);
        model.addAttribute("kind", kind);
        model.addAttribute("currencies", currencies(account.currencies()));
        model.addAttribute("chosen", account.currencies());
        model.addAttribute(
                "webhook",
                hasWebhook ? publicUrl.of(WEBHOOKS + account.gateway().code() + "/" + account.id()) : null);
        model.addAttribute("refused", refused);
        return page(model, "billing/payment-account");
    }

    private String page(Model model, String view) {
        var clinic = clinics.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("here", "payment-accounts");
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", "/desk");
        return view;
    }

    /** The clinic's own first, then what is chosen already, then the usual ones. */
    private List<String> currencies(List<String> chosen) {
        var all = new LinkedHashSet<String>();
        all.add(clinics.current().currency().getCurrencyCode());
        all.addAll(chosen);
        all.addAll(CURRENCIES);
        return List.copyOf(all);
    }

    private AccountKind kind(String gateway) {
        return accounts.kind(Gateway.ofCode(gateway).orElseThrow(ProblemException::notFound));
    }

    private static Map<String, String> credentials(AccountKind kind, Map<String, String> form) {
        var credentials = new HashMap<String, String>();
        kind.fields()
                .forEach(field -> credentials.put(
                        field.name(), form.getOrDefault(field.name(), "").strip()));
        return credentials;
    }
}
