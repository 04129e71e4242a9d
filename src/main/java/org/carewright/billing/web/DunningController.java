package org.carewright.billing.web;

import org.carewright.billing.process.DunningPolicy;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.money.Money;
import org.carewright.shared.web.DeskPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How unpaid invoices are collected: the rules in words, what they lead to, and how to change them (BIL-6). */
@Controller
@DeskPage
class DunningController {

    private static final long SMALL = 40;
    private static final long LARGE = 400;

    private final DunningPolicy policy;
    private final ClinicService clinics;

    DunningController(DunningPolicy policy, ClinicService clinics) {
        this.policy = policy;
        this.clinics = clinics;
    }

    @GetMapping("/desk/settings/billing/dunning")
    String show(Model model) {
        var currency = clinics.current().currency();
        var unit = Math.round(Math.pow(10, currency.getDefaultFractionDigits()));
        model.addAttribute("table", policy.table());
        model.addAttribute("small", new Money(SMALL * unit, currency));
        model.addAttribute("large", new Money(LARGE * unit, currency));
        model.addAttribute("smallSteps", policy.example(SMALL, false));
        model.addAttribute("largeSteps", policy.example(LARGE, false));
        model.addAttribute("cardSteps", policy.example(LARGE, true));
        return "billing/dunning";
    }
}
