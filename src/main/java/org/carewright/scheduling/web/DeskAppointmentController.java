package org.carewright.scheduling.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.scheduling.AppointmentVariables;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.desk.AppointmentDetails;
import org.carewright.scheduling.desk.DeskEntry;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.time.LocalTimes;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One visit at the desk: where it stands in its process, its messages, and what can be done now. */
@Controller
@RequestMapping("/desk/appointments/{id}")
class DeskAppointmentController {

    private final DeskService desk;
    private final ManageBookingService manage;
    private final CatalogueService catalogue;
    private final ClinicService clinics;

    DeskAppointmentController(
            DeskService desk, ManageBookingService manage, CatalogueService catalogue, ClinicService clinics) {
        this.desk = desk;
        this.manage = manage;
        this.catalogue = catalogue;
        this.clinics = clinics;
    }

    @GetMapping
    String page(@PathVariable UUID id, @AuthenticationPrincipal StaffPrincipal principal, Model model) {
        show(desk.details(id, DeskController.staff(principal)), model);
        return "desk/appointment";
    }

    private void show(AppointmentDetails details, Model model) {
        var clinic = clinics.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("visit", details);
        model.addAttribute("practitioners", catalogue.practitioners());
        showForm(details.entry(), model);
        model.addAttribute("values", Map.of());
        model.addAttribute("errors", List.of());
    }

    /** The form of the task that waits in the visit's process, if one does. */
    private void showForm(DeskEntry entry, Model model) {
        if (entry.canRecord()) {
            model.addAttribute("form", desk.formOf(entry, AppointmentVariables.RECORD_TASK));
            model.addAttribute("formAction", "record");
        } else if (entry.canApprove()) {
            model.addAttribute("form", desk.formOf(entry, AppointmentVariables.APPROVAL_TASK));
            model.addAttribute("formAction", "approval");
        }
        model.addAttribute("formRefresh", "/desk/appointments/" + entry.id() + "/form");
    }

    /** The form again, with the fields that its conditions show for what is chosen now. */
    @PostMapping(path = "/form", headers = "HX-Request")
    String refresh(@PathVariable UUID id, WebRequest typed, Model model) {
        showForm(desk.entry(id), model);
        if (!model.containsAttribute("form")) {
            // Somebody has done the task since the page was opened.
            throw new ProblemException(HttpStatus.CONFLICT, "conflict");
        }
        model.addAttribute("values", FormParameters.read(typed.getParameterMap()));
        model.addAttribute("errors", List.of());
        return "fragments/form :: fields(form=${form}, values=${values}, errors=${errors})";
    }

    /** The model the visit runs on, for the picture. */
    @GetMapping(path = "/model", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable UUID id) {
        return desk.modelOf(id);
    }

    @PostMapping("/record")
    String record(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            WebRequest typed,
            RedirectAttributes flash,
            Model model) {
        return submit(
                id,
                principal,
                typed,
                flash,
                model,
                "desk.notice.recorded",
                values -> desk.recordVisit(id, values, DeskController.staff(principal)));
    }

    @PostMapping("/approval")
    String approval(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            WebRequest typed,
            RedirectAttributes flash,
            Model model) {
        return submit(
                id,
                principal,
                typed,
                flash,
                model,
                "desk.notice.approval-decided",
                values -> desk.decideApproval(id, values, DeskController.staff(principal)));
    }

    private interface Submission {
        void with(Map<String, Object> values);
    }

    private String submit(
            UUID id,
            StaffPrincipal principal,
            WebRequest typed,
            RedirectAttributes flash,
            Model model,
            String notice,
            Submission submission) {
        var values = FormParameters.read(typed.getParameterMap());
        try {
            return DeskController.step("/desk/appointments/" + id, flash, notice, () -> submission.with(values));
        } catch (InvalidFormException e) {
            show(desk.details(id, DeskController.staff(principal)), model);
            model.addAttribute("values", values);
            model.addAttribute("errors", e.errors());
            return "desk/appointment";
        }
    }

    /** @param by {@code patient} when staff pass on what the patient asked for, else {@code clinic} */
    @PostMapping("/cancel")
    String cancel(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            @RequestParam String by,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        return DeskController.step(
                "/desk/appointments/" + id,
                flash,
                "desk.notice.cancelled",
                () -> manage.cancel(id, reason, actor(by, principal)));
    }

    @PostMapping("/move")
    String move(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime start,
            @RequestParam(required = false) UUID practitionerId,
            RedirectAttributes flash) {
        var zone = clinics.current().timeZone();
        return DeskController.step(
                "/desk/appointments/" + id,
                flash,
                "desk.notice.moved",
                () -> manage.reschedule(
                        id, LocalTimes.toInstant(start, zone), practitionerId, actor("clinic", principal)));
    }

    private static Actor actor(String by, StaffPrincipal principal) {
        return switch (by) {
            case "patient" ->
                Actor.forPatient(principal.accountId(), principal.leadingRole().code());
            case "clinic" ->
                Actor.clinic(principal.accountId(), principal.leadingRole().code());
            default -> throw ProblemException.notFound();
        };
    }
}
