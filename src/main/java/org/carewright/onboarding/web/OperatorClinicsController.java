package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicStages;
import org.carewright.identity.StaffPrincipal;
import org.carewright.onboarding.clinic.ClinicOpenings;
import org.carewright.onboarding.clinic.NewClinicForm;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** All clinics of the platform, and the first step of a new one (PLT-4). For operators. */
@Controller
class OperatorClinicsController {

    private static final int PAGE = 25;
    private static final String NEW = "ops/new-clinic";

    private final ClinicStages stages;
    private final ClinicOpenings openings;
    private final NewClinicForm form;

    OperatorClinicsController(ClinicStages stages, ClinicOpenings openings, NewClinicForm form) {
        this.stages = stages;
        this.openings = openings;
        this.form = form;
    }

    @GetMapping("/ops/clinics")
    String list(@RequestParam(required = false) Instant before, @RequestParam(required = false) UUID id, Model model) {
        var after = before == null || id == null ? null : new ClinicStages.Place(before, id);
        var found = stages.page(after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        OperatorFrame.dress(model);
        model.addAttribute("clinics", shown);
        model.addAttribute("first", after == null ? null : OperatorFrame.HOME);
        model.addAttribute("next", found.size() > PAGE ? next(shown.get(PAGE - 1)) : null);
        return "ops/clinics";
    }

    private static String next(ClinicStages.Listed last) {
        return UriComponentsBuilder.fromPath(OperatorFrame.HOME)
                .queryParam("before", last.createdAt())
                .queryParam("id", last.clinicId())
                .toUriString();
    }

    @GetMapping("/ops/clinics/new")
    String form(Model model, Locale locale) {
        return show(Map.of(), List.of(), model, locale);
    }

    @PostMapping("/ops/clinics")
    String create(
            @AuthenticationPrincipal StaffPrincipal operator,
            WebRequest typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var values = FormParameters.read(typed.getParameterMap());
        try {
            var checked = form.check(values);
            var id = openings.open(
                    checked.clinic(), checked.managerName(), checked.managerEmail(), operator.accountId());
            flash.addFlashAttribute("notice", "ops.notice.created");
            return "redirect:" + OperatorFrame.HOME + "/" + id;
        } catch (InvalidFormException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(values, refused.errors(), model, locale);
        }
    }

    private String show(Map<String, Object> typed, List<FieldError> errors, Model model, Locale locale) {
        Map<String, Object> values = new HashMap<>(form.data(locale));
        values.putAll(typed);
        OperatorFrame.dress(model);
        model.addAttribute("form", form.definition());
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        return NEW;
    }
}
