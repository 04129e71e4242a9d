package org.carewright.billing.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.carewright.billing.figures.FiguresPeriods;
import org.carewright.billing.figures.LedgerExport;
import org.carewright.billing.figures.MoneyFigures;
import org.carewright.billing.figures.Period;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The clinic's money at a glance, with a table behind every chart, and the ledger as a file (REP-2). */
@Controller
@DeskPage("figures")
class MoneyFiguresController {

    private final MoneyFigures figures;
    private final FiguresPeriods periods;
    private final LedgerExport export;
    private final ClinicService clinics;

    MoneyFiguresController(MoneyFigures figures, FiguresPeriods periods, LedgerExport export, ClinicService clinics) {
        this.figures = figures;
        this.periods = periods;
        this.export = export;
        this.clinics = clinics;
    }

    /** A period that is often asked for. @param key part of its text's key */
    record Choice(String key, LocalDate from, LocalDate to, boolean chosen) {}

    @GetMapping("/desk/figures/money")
    String show(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            HttpServletResponse response,
            Model model) {
        var currency = clinics.current().currency();
        var period = period(from, to, response, model);
        model.addAttribute("figures", figures.of(period.from(), period.to(), currency.getCurrencyCode()));
        model.addAttribute("period", period);
        model.addAttribute("currency", currency);
        model.addAttribute("choices", choices(period));
        return "billing/figures";
    }

    /** What can't be read as a period is told, and the usual one shown. */
    private Period period(String from, String to, HttpServletResponse response, Model model) {
        try {
            return periods.of(from, to);
        } catch (ProblemException invalid) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", true);
            return periods.of(null, null);
        }
    }

    private List<Choice> choices(Period now) {
        var today = periods.today();
        var month = today.withDayOfMonth(1);
        return List.of(
                choice("month", month, today, now),
                choice("last-month", month.minusMonths(1), month.minusDays(1), now),
                choice("quarter", month.minusMonths(2), today, now),
                choice("year", month.minusMonths(11), today, now),
                choice("five-years", month.minusMonths(59), today, now));
    }

    private static Choice choice(String key, LocalDate from, LocalDate to, Period now) {
        return new Choice(key, from, to, now.equals(new Period(from, to)));
    }

    /** By POST, so that no link fetches it. */
    @PostMapping("/desk/figures/money/ledger.csv")
    void csv(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            HttpServletResponse response)
            throws IOException {
        var period = periods.of(from, to);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"ledger-" + period.from() + "-" + period.to() + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(
                period.from(), period.to(), new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }
}
