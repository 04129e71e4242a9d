package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.CouponBook;
import org.carewright.billing.tax.Taxes;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the clinic bills: days to pay, numbers, taxes and which service bears them, coupons (BIL-2). */
@Controller
@DeskPage
@RequestMapping("/desk/settings/billing")
class BillingSettingsController {

    private static final String BACK = "redirect:/desk/settings/billing";

    private final SettingsForms forms;
    private final Taxes taxes;
    private final CouponBook coupons;
    private final CatalogueService catalogue;
    private final ErrorTexts texts;

    BillingSettingsController(
            SettingsForms forms, Taxes taxes, CouponBook coupons, CatalogueService catalogue, ErrorTexts texts) {
        this.forms = forms;
        this.taxes = taxes;
        this.coupons = coupons;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @GetMapping
    String show(Model model) {
        return page(Map.of(), Map.of(), model);
    }

    /** One of the page's forms; what is wrong stands beside its fields, whose names begin with the form's. */
    private interface Deed {
        void run();
    }

    private String attempt(
            String form,
            String notice,
            MultiValueMap<String, String> fields,
            Deed deed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            deed.run();
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var errors = new java.util.LinkedHashMap<String, String>();
            texts.of(invalid, locale).forEach((field, text) -> errors.put(form + "." + field, text));
            return page(fields.toSingleValueMap(), errors, model);
        } catch (ProblemException taken) {
            if (taken.status() != HttpStatus.CONFLICT) {
                throw taken;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            var field = form + (form.equals("tax") ? ".name" : ".code");
            return page(fields.toSingleValueMap(), Map.of(field, texts.of(taken, locale)), model);
        }
        flash.addFlashAttribute("notice", notice);
        return BACK;
    }

    @PostMapping
    String save(
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return attempt(
                "general", "billing-settings.saved", fields, () -> forms.save(fields), locale, response, flash, model);
    }

    @PostMapping("/taxes")
    String addTax(
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return attempt(
                "tax",
                "billing-settings.tax.added",
                fields,
                () -> forms.addTax(fields),
                locale,
                response,
                flash,
                model);
    }

    @PostMapping("/taxes/{taxId}/retire")
    String retireTax(@PathVariable UUID taxId, RedirectAttributes flash) {
        taxes.retire(taxId);
        flash.addFlashAttribute("notice", "billing-settings.tax.retired");
        return BACK;
    }

    @PostMapping("/services")
    String assign(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
        forms.assign(fields);
        flash.addFlashAttribute("notice", "billing-settings.saved");
        return BACK;
    }

    @PostMapping("/coupons")
    String addCoupon(
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        return attempt(
                "coupon",
                "billing-settings.coupon.added",
                fields,
                () -> forms.addCoupon(fields),
                locale,
                response,
                flash,
                model);
    }

    @PostMapping("/coupons/{couponId}/retire")
    String retireCoupon(@PathVariable UUID couponId, RedirectAttributes flash) {
        coupons.retire(couponId);
        flash.addFlashAttribute("notice", "billing-settings.coupon.retired");
        return BACK;
    }

    private String page(Map<String, String> typed, Map<String, String> errors, Model model) {
        var services = catalogue.services();
        model.addAttribute("general", forms.current());
        model.addAttribute("taxes", taxes.all());
        model.addAttribute("services", services);
        model.addAttribute(
                "taxOf",
                taxes.ofServices(services.stream().map(service -> service.id()).toList()));
        model.addAttribute("coupons", coupons.all());
        model.addAttribute("today", forms.today());
        model.addAttribute("currency", forms.currency());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "billing/settings";
    }
}
