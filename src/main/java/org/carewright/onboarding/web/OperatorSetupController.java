package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.carewright.onboarding.clinic.PreparedOffer;
import org.carewright.scheduling.setup.ServiceForm;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Services, people, hours and rooms of a clinic that is being prepared (PLT-4). For operators. */
@Controller
@RequestMapping("/ops/clinics/{clinicId}/setup")
class OperatorSetupController {

    private static final String PAGE = "ops/setup";

    private final PreparedOffer offer;
    private final OperatorFrame frame;

    OperatorSetupController(PreparedOffer offer, OperatorFrame frame) {
        this.offer = offer;
        this.frame = frame;
    }

    @GetMapping
    String page(@PathVariable UUID clinicId, Model model) {
        return show(clinicId, new LinkedMultiValueMap<>(), model);
    }

    @PostMapping("/rooms")
    String room(
            @PathVariable UUID clinicId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return enter(
                clinicId, typed, model, locale, response, flash, () -> offer.addRoom(clinicId, OfferInput.room(typed)));
    }

    @PostMapping("/practitioners")
    String practitioner(
            @PathVariable UUID clinicId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return enter(
                clinicId,
                typed,
                model,
                locale,
                response,
                flash,
                () -> offer.addPractitioner(clinicId, OfferInput.practitioner(typed)));
    }

    @PostMapping("/services")
    String service(
            @PathVariable UUID clinicId,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return enter(
                clinicId,
                typed,
                model,
                locale,
                response,
                flash,
                () -> offer.addService(clinicId, ServiceForm.read(typed, offer.currency(clinicId))));
    }

    @PostMapping("/practitioners/{id}/remove")
    String removePractitioner(@PathVariable UUID clinicId, @PathVariable UUID id, RedirectAttributes flash) {
        offer.removePractitioner(clinicId, id);
        return back(clinicId, "ops.notice.removed", flash);
    }

    @PostMapping("/rooms/{id}/remove")
    String removeRoom(@PathVariable UUID clinicId, @PathVariable UUID id, RedirectAttributes flash) {
        offer.removeRoom(clinicId, id);
        return back(clinicId, "ops.notice.removed", flash);
    }

    @PostMapping("/services/{id}/remove")
    String removeService(@PathVariable UUID clinicId, @PathVariable UUID id, RedirectAttributes flash) {
        offer.removeService(clinicId, id);
        return back(clinicId, "ops.notice.removed", flash);
    }

    private String enter(
            UUID clinicId,
            MultiValueMap<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Runnable entry) {
        try {
            entry.run();
        } catch (InvalidFormException refused) {
            frame.show(refused, model, locale, response);
            return show(clinicId, typed, model);
        }
        return back(clinicId, "ops.notice.added", flash);
    }

    private String show(UUID clinicId, MultiValueMap<String, String> typed, Model model) {
        var prepared = offer.offer(clinicId);
        OperatorFrame.dress(model);
        model.addAttribute("clinicId", clinicId);
        model.addAttribute("offer", prepared);
        model.addAttribute("currency", prepared.clinic().currency());
        model.addAttribute("typed", typed.toSingleValueMap());
        model.addAttribute("days", List.of(DayOfWeek.values()));
        model.addAttribute("chosenDays", chosen(typed, "days"));
        model.addAttribute("chosenPractitioners", chosen(typed, "practitioners"));
        model.addAttribute("chosenRooms", chosen(typed, "rooms"));
        model.addAttribute("specialities", ServiceForm.SPECIALITIES);
        model.addAttribute("modes", ServiceForm.MODES);
        return PAGE;
    }

    private static Set<String> chosen(MultiValueMap<String, String> typed, String name) {
        return Set.copyOf(typed.getOrDefault(name, List.of()));
    }

    private static String back(UUID clinicId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + OperatorFrame.HOME + "/" + clinicId + "/setup";
    }
}
