package org.carewright.scheduling.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.problem.ProblemException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Today's board: who is expected, waits, is being seen, is done; one button for each next step (SCH-10). */
@Controller
@RequestMapping("/desk")
class DeskController {

    private static final String NOTICE = "notice";
    private static final String PROBLEM = "problem";

    private final DeskService desk;
    private final ClinicService clinics;
    private final Clock clock;

    DeskController(DeskService desk, ClinicService clinics, Clock clock) {
        this.desk = desk;
        this.clinics = clinics;
        this.clock = clock;
    }

    @GetMapping
    String board(Model model) {
        var clinic = clinics.current();
        var today = LocalDate.now(clock.withZone(clinic.timeZone()));
        model.addAttribute("clinic", clinic);
        model.addAttribute("today", today);
        model.addAttribute("board", Board.of(desk.visits(today, today, null)));
        model.addAttribute("requests", desk.requests());
        model.addAttribute("here", "board");
        return "desk/board";
    }

    @PostMapping("/appointments/{id}/check-in")
    String checkIn(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            @RequestParam(defaultValue = "/desk") String back,
            RedirectAttributes flash) {
        return step(back, flash, "desk.notice.checked-in", () -> desk.checkIn(id, staff(principal)));
    }

    @PostMapping("/appointments/{id}/no-show")
    String noShow(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            @RequestParam(defaultValue = "/desk") String back,
            RedirectAttributes flash) {
        return step(back, flash, "desk.notice.no-show", () -> desk.confirmNoShow(id, staff(principal)));
    }

    @PostMapping("/appointments/{id}/begin")
    String begin(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            @RequestParam(defaultValue = "/desk") String back,
            RedirectAttributes flash) {
        return step(back, flash, "desk.notice.begun", () -> desk.begin(id, staff(principal)));
    }

    @PostMapping("/appointments/{id}/approve")
    String approve(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffPrincipal principal,
            @RequestParam(defaultValue = "/desk") String back,
            RedirectAttributes flash) {
        return step(
                back,
                flash,
                "desk.notice.approved",
                () -> desk.decideApproval(id, Map.of("approval", "approved"), staff(principal)));
    }

    /** Runs a step and goes back to where the button was; a step somebody else has taken first is told, not an error page. */
    static String step(String back, RedirectAttributes flash, String notice, Runnable step) {
        try {
            step.run();
            flash.addFlashAttribute(NOTICE, notice);
        } catch (ProblemException e) {
            if (e.status().value() != 409) {
                throw e;
            }
            flash.addFlashAttribute(PROBLEM, "problem." + e.code());
        }
        return "redirect:" + (isOwnPage(back) ? back : "/desk");
    }

    private static boolean isOwnPage(String back) {
        return back.equals("/desk") || back.startsWith("/desk/") || back.startsWith("/desk?");
    }

    static Staff staff(StaffPrincipal principal) {
        return new Staff(principal.accountId(), principal.leadingRole().code());
    }
}
