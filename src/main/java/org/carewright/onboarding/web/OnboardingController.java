package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.consent.Consents;
import org.carewright.identity.PortalPrincipal;
import org.carewright.identity.account.PhoneVerification;
import org.carewright.onboarding.patient.Enrolment;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.onboarding.patient.Paperwork;
import org.carewright.onboarding.patient.RegistrationForm;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a new patient still has to do, at the portal (ONB-3, ONB-5): always the signed-in account's own onboarding. */
@Controller
@RequestMapping("/portal/onboarding")
class OnboardingController {

    private static final String CHECKLIST = "redirect:/portal/onboarding";
    private static final String FORM = "onboarding/form";

    private final Onboarding onboarding;
    private final Enrolments enrolments;
    private final Paperwork paperwork;
    private final RegistrationForm registration;
    private final Consents consents;
    private final PhoneVerification phones;
    private final PatientAccess access;
    private final ClinicService clinics;
    private final NameOfAnother names;

    OnboardingController(
            Onboarding onboarding,
            Enrolments enrolments,
            Paperwork paperwork,
            RegistrationForm registration,
            Consents consents,
            PhoneVerification phones,
            PatientAccess access,
            ClinicService clinics,
            NameOfAnother names) {
        this.onboarding = onboarding;
        this.enrolments = enrolments;
        this.paperwork = paperwork;
        this.registration = registration;
        this.consents = consents;
        this.phones = phones;
        this.access = access;
        this.clinics = clinics;
        this.names = names;
    }

    @GetMapping
    String checklist(@AuthenticationPrincipal PortalPrincipal person, Model model) {
        if (enrolments.newestOf(person.accountId()).isEmpty()) {
            return "redirect:/portal/onboarding/details";
        }
        var enrolment = mine(person);
        dress(person, model);
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("patientName", names.of(enrolment).orElse(null));
        model.addAttribute("phone", phones.of(person.accountId()));
        model.addAttribute("consentsAsked", enrolment.patientId() != null && asksConsents(enrolment));
        return "onboarding/checklist";
    }

    private boolean asksConsents(Enrolment enrolment) {
        return enrolment.consentsAt() == null
                || !consents.of(enrolment.patientId()).isEmpty();
    }

    @GetMapping("/details")
    String details(@AuthenticationPrincipal PortalPrincipal person, Model model) {
        return show("details", registration.definition(true), registration.data(), List.of(), person, model);
    }

    @PostMapping("/details")
    String register(
            @AuthenticationPrincipal PortalPrincipal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var values = FormParameters.read(request.getParameterMap());
        try {
            onboarding.registerAtPortal(person.accountId(), values);
            return CHECKLIST;
        } catch (InvalidFormException invalid) {
            var known = new HashMap<>(registration.data());
            known.putAll(values);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show("details", registration.definition(true), known, invalid.errors(), person, model);
        }
    }

    @GetMapping("/intake")
    String intake(@AuthenticationPrincipal PortalPrincipal person, Model model) {
        var enrolment = mine(person);
        if (enrolment.intakeForm() == null || enrolment.intakeAt() != null) {
            return CHECKLIST;
        }
        model.addAttribute("patientName", names.of(enrolment).orElse(null));
        return show("intake", paperwork.intakeForm(enrolment), Map.of(), List.of(), person, model);
    }

    @PostMapping("/intake")
    String answer(
            @AuthenticationPrincipal PortalPrincipal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var enrolment = mine(person);
        var values = FormParameters.read(request.getParameterMap());
        try {
            paperwork.answerIntake(enrolment.id(), values);
            return CHECKLIST;
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show("intake", paperwork.intakeForm(enrolment), values, invalid.errors(), person, model);
        }
    }

    @GetMapping("/insurance")
    String insurance(@AuthenticationPrincipal PortalPrincipal person, Model model) {
        var enrolment = mine(person);
        if (enrolment.patientId() == null || enrolment.insuranceAt() != null) {
            return CHECKLIST;
        }
        return show("insurance", paperwork.insuranceForm(), Map.of(), List.of(), person, model);
    }

    /** The form's fields with the conditions as they are now; htmx asks when a value changes. */
    @PostMapping(path = "/insurance", headers = "HX-Request")
    String refreshInsurance(@AuthenticationPrincipal PortalPrincipal person, Model model, HttpServletRequest request) {
        var values = FormParameters.read(request.getParameterMap());
        show("insurance", paperwork.insuranceForm(), values, List.of(), person, model);
        return "fragments/form :: fields(form=${form}, values=${values}, errors=${errors})";
    }

    @PostMapping(path = "/insurance", headers = "!HX-Request")
    String giveInsurance(
            @AuthenticationPrincipal PortalPrincipal person,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var values = FormParameters.read(request.getParameterMap());
        try {
            paperwork.giveInsurance(mine(person).id(), values);
            return CHECKLIST;
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show("insurance", paperwork.insuranceForm(), values, invalid.errors(), person, model);
        }
    }

    @PostMapping("/resume")
    String resume(@AuthenticationPrincipal PortalPrincipal person) {
        onboarding.resume(person.accountId());
        return CHECKLIST;
    }

    /** @throws ProblemException 404 also for whom the clinic has closed the record since */
    private Enrolment mine(PortalPrincipal person) {
        var enrolment = enrolments.newestOf(person.accountId()).orElseThrow(ProblemException::notFound);
        if (enrolment.patientId() != null) {
            access.require(person.accountId(), enrolment.patientId(), AccessLevel.FULL);
        }
        return enrolment;
    }

    private String show(
            String step,
            FormDefinition form,
            Map<String, Object> values,
            List<FieldError> errors,
            PortalPrincipal person,
            Model model) {
        dress(person, model);
        model.addAttribute("step", step);
        model.addAttribute("form", form);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("formRefresh", "insurance".equals(step) ? "/portal/onboarding/insurance" : null);
        return FORM;
    }

    private void dress(PortalPrincipal person, Model model) {
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("layoutNavigation", "portal/navigation");
        model.addAttribute("homeHref", person.firstPage());
        model.addAttribute("here", "onboarding");
    }
}
