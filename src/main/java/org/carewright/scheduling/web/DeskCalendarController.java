package org.carewright.scheduling.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.desk.DeskService;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar: a day with a column per practitioner, or a week of one practitioner (SCH-15). */
@Controller
class DeskCalendarController {

    private static final String WEEK = "week";

    private final DeskService desk;
    private final CatalogueService catalogue;
    private final ClinicService clinics;
    private final Clock clock;

    DeskCalendarController(DeskService desk, CatalogueService catalogue, ClinicService clinics, Clock clock) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clinics = clinics;
        this.clock = clock;
    }

    @GetMapping("/desk/calendar")
    String calendar(
            @RequestParam(defaultValue = "day") String view,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(required = false) UUID practitionerId,
            Model model) {
        var clinic = clinics.current();
        var today = LocalDate.now(clock.withZone(clinic.timeZone()));
        var day = date == null ? today : date;
        var practitioners = catalogue.practitioners();
        var week = WEEK.equals(view);
        var from = week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
        var to = week ? from.plusDays(6) : day;
        var person = week && practitionerId == null && !practitioners.isEmpty()
                ? practitioners.get(0).id()
                : practitionerId;
        var visits = desk.visits(from, to, person);
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("view", week ? WEEK : "day");
        model.addAttribute("day", day);
        model.addAttribute("today", today);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("earlier", week ? day.minusWeeks(1) : day.minusDays(1));
        model.addAttribute("later", week ? day.plusWeeks(1) : day.plusDays(1));
        model.addAttribute("practitioners", practitioners);
        model.addAttribute("practitionerId", person);
        model.addAttribute(
                "grid",
                week
                        ? CalendarGrid.ofWeek(from, visits, clinic.timeZone())
                        : CalendarGrid.ofDay(practitioners, person, visits, clinic.timeZone()));
        model.addAttribute("here", "calendar");
        return "desk/calendar";
    }
}
