package org.carewright.billing.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.packages.PackageOffer;
import org.carewright.billing.packages.PackageOffers;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Amounts;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Packages of sessions as they are offered (BIL-5). */
@Controller
@DeskPage("invoices")
class DeskOffersController {

    private static final String LIST = "redirect:/desk/plans";

    private final PackageOffers offers;
    private final PlanForms forms;
    private final ErrorTexts texts;

    DeskOffersController(PackageOffers offers, PlanForms forms, ErrorTexts texts) {
        this.offers = offers;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/desk/package-offers/new")
    String blank(Model model) {
        return form(null, Map.of("sessions", "10", "validDays", "365"), Map.of(), model);
    }

    @PostMapping("/desk/package-offers/new")
    String create(
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            offers.create(forms.offer(typed, null));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(null, typed, texts.of(invalid, locale), model);
        }
        flash.addFlashAttribute("notice", "offer.notice.created");
        return LIST;
    }

    @GetMapping("/desk/package-offers/{offerId}")
    String show(@PathVariable UUID offerId, Model model) {
        var offer = offers.get(offerId);
        var typed = Map.of(
                "name",
                offer.name(),
                "service",
                offer.serviceId() == null ? "" : offer.serviceId().toString(),
                "sessions",
                String.valueOf(offer.sessions()),
                "price",
                Amounts.text(offer.price().minor(), offer.price().currency()),
                "validDays",
                String.valueOf(offer.validDays()));
        return form(offer, typed, Map.of(), model);
    }

    @PostMapping("/desk/package-offers/{offerId}")
    String change(
            @PathVariable UUID offerId,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var offer = offers.get(offerId);
        var version = PlanForms.number(typed.get("version"));
        try {
            offers.change(offerId, version == null ? -1 : version, forms.offer(typed, offer.serviceId()));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(offer, typed, texts.of(invalid, locale), model);
        }
        flash.addFlashAttribute("notice", "offer.notice.changed");
        return LIST;
    }

    @PostMapping("/desk/package-offers/{offerId}/retire")
    String retire(@PathVariable UUID offerId, RedirectAttributes flash) {
        offers.retire(offerId);
        flash.addFlashAttribute("notice", "offer.notice.retired");
        return LIST;
    }

    private String form(PackageOffer offer, Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("offer", offer);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("services", forms.services());
        model.addAttribute("currency", forms.currency());
        return "billing/package-offer";
    }
}
