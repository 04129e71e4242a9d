package org.carewright.billing.figures.web;

import org.carewright.billing.figures.FiguresPeriods;
import org.carewright.billing.figures.MoneyFigures;
import org.carewright.clinics.ClinicService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clinic's money for apps of those who lead or bill (REP-2). */
@RestController
class FinancialAnalyticsApiController {

    private final MoneyFigures figures;
    private final FiguresPeriods periods;
    private final ClinicService clinics;

    FinancialAnalyticsApiController(MoneyFigures figures, FiguresPeriods periods, ClinicService clinics) {
        this.figures = figures;
        this.periods = periods;
        this.clinics = clinics;
    }

    /**
     * The figures of a period, amounts in minor units of the clinic's currency.
     *
     * @param from first day, ISO 8601; the last twelve months when left out
     * @param to last day, ISO 8601; today when left out
     */
    @GetMapping("/api/v1/admin/analytics/financial")
    MoneyFigures.Figures financial(
            @RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        var period = periods.of(from, to);
        return figures.of(
                period.from(), period.to(), clinics.current().currency().getCurrencyCode());
    }
}
