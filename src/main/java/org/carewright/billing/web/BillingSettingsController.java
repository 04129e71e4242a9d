package org.carewright.billing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.CouponBook;
import org.carewright.billing.tax.Taxes;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the clinic bills: days to pay, numbers, taxes and which service bears them, coupons (BIL-2). */
@Controller
@DeskPage
@RequestMapping("/desk/settings/billing")
class BillingSettingsController {

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

    @PostMapping
    ModelAndView save(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash, Model model) {
        return attempt("general", fields, () -> forms.save(fields), "billing-settings.saved", flash, model);
    }

    @PostMapping("/taxes")
    ModelAndView addTax(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash, Model model) {
        return attempt("tax", fields, () -> forms.addTax(fields), "billing-settings.tax.added", flash, model);
    }

    @PostMapping("/taxes/{taxId}/retire")
    String retireTax(@PathVariable UUID taxId, RedirectAttributes flash) {
        taxes.retire(taxId);
        return done("billing-settings.tax.retired", flash);
    }

    @PostMapping("/services")
    String assign(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
        forms.assign(fields);
        return done("billing-settings.saved", flash);
    }

    @PostMapping("/coupons")
    ModelAndView addCoupon(@RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash, Model model) {
        return attempt("coupon", fields, () -> forms.addCoupon(fields), "billing-settings.coupon.added", flash, model);
    }

    @PostMapping("/coupons/{couponId}/retire")
    String retireCoupon(@PathVariable UUID couponId, RedirectAttributes flash) {
        coupons.retire(couponId);
        return done("billing-settings.coupon.retired", flash);
    }

    /** One of the page's forms; what is wrong stands beside its fields, whose names begin with the form's. */
    private ModelAndView attempt(
            String form,
            MultiValueMap<String, String> fields,
            Runnable deed,
            String notice,
            RedirectAttributes flash,
            Model model) {
        var locale = LocaleContextHolder.getLocale();
        var typed = fields.toSingleValueMap();
        try {
            deed.run();
        } catch (InvalidFormException invalid) {
            var errors = new LinkedHashMap<String, String>();
            texts.of(invalid, locale).forEach((field, text) -> errors.put(form + "." + field, text));
            return new ModelAndView(page(typed, errors, model), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (ProblemException taken) {
            if (taken.status() != HttpStatus.CONFLICT) {
                throw taken;
            }
            var field = form + (form.equals("tax") ? ".name" : ".code");
            return new ModelAndView(page(typed, Map.of(field, texts.of(taken, locale)), model), HttpStatus.CONFLICT);
        }
        return new ModelAndView(done(notice, flash));
    }

    private static String done(String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/desk/settings/billing";
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
