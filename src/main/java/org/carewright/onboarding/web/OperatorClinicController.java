package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.onboarding.clinic.ClinicOpenings;
import org.carewright.onboarding.clinic.OpeningStep;
import org.carewright.onboarding.clinic.RegistrationPoster;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One clinic on its way to going live: where it stands, what is missing, the next step (PLT-4). For operators. */
@Controller
@RequestMapping("/ops/clinics/{clinicId}")
class OperatorClinicController {

    private static final String PAGE = "ops/clinic";
    private static final String STEP = "ops/step";
    private static final String NOTICE = "notice";

    private final ClinicOpenings openings;
    private final RegistrationPoster posters;
    private final OperatorFrame frame;

    OperatorClinicController(ClinicOpenings openings, RegistrationPoster posters, OperatorFrame frame) {
        this.openings = openings;
        this.posters = posters;
        this.frame = frame;
    }

    @GetMapping
    String page(@PathVariable UUID clinicId, Model model) {
        var state = openings.state(clinicId);
        OperatorFrame.dress(model);
        model.addAttribute("state", state);
        model.addAttribute("listed", state.clinic());
        model.addAttribute("opening", state.opening().orElse(null));
        model.addAttribute("languages", Languages.offered());
        model.addAttribute("utc", ZoneOffset.UTC);
        return PAGE;
    }

    @GetMapping("/steps/{step}")
    String step(@PathVariable UUID clinicId, @PathVariable String step, Model model) {
        return show(clinicId, step(step), Map.of(), List.of(), model);
    }

    @PostMapping("/steps/{step}")
    String complete(
            @PathVariable UUID clinicId,
            @PathVariable String step,
            WebRequest typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var values = FormParameters.read(typed.getParameterMap());
        try {
            openings.complete(clinicId, step(step), values);
        } catch (InvalidFormException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(clinicId, step(step), values, refused.errors(), model);
        }
        flash.addFlashAttribute(NOTICE, "ops.notice.step-done");
        return back(clinicId);
    }

    private String show(
            UUID clinicId, OpeningStep step, Map<String, Object> values, List<FieldError> errors, Model model) {
        model.addAttribute("form", openings.form(clinicId, step));
        model.addAttribute("listed", openings.state(clinicId).clinic());
        model.addAttribute("step", step);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        OperatorFrame.dress(model);
        return STEP;
    }

    @PostMapping("/manager")
    String manager(
            @PathVariable UUID clinicId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            openings.inviteAnother(clinicId, name, email);
        } catch (InvalidFormException refused) {
            frame.show(refused, model, locale, response);
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            return page(clinicId, model);
        }
        flash.addFlashAttribute(NOTICE, "ops.notice.invited");
        return back(clinicId);
    }

    @PostMapping("/give-up")
    String giveUp(@PathVariable UUID clinicId, RedirectAttributes flash) {
        openings.giveUp(clinicId);
        flash.addFlashAttribute(NOTICE, "ops.notice.given-up");
        return back(clinicId);
    }

    /** @param in the poster's language; without one the clinic's own */
    @GetMapping("/poster.pdf")
    ResponseEntity<byte[]> poster(@PathVariable UUID clinicId, @RequestParam(required = false) String in) {
        return PosterAnswer.in(in, language -> posters.make(clinicId, language));
    }

    private static OpeningStep step(String code) {
        return OpeningStep.of(code).orElseThrow(ProblemException::notFound);
    }

    private static String back(UUID clinicId) {
        return "redirect:" + OperatorFrame.HOME + "/" + clinicId;
    }
}
