package org.carewright.scheduling.web;

import org.carewright.clinics.ClinicService;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page: what this is, and the ways in. */
@Controller
class HomeController {

    private static final Profiles PRODUCTION = Profiles.of("production");
    private static final int PAGE = 24;

    private final ClinicService clinics;
    private final boolean sandbox;

    HomeController(ClinicService clinics, Environment environment) {
        this.clinics = clinics;
        this.sandbox = !environment.acceptsProfiles(PRODUCTION)
                && environment.getProperty("carewright.sandbox.enabled", Boolean.class, true);
    }

    /** @param after the slug of the last clinic on the page before */
    @GetMapping("/")
    String home(
            @RequestParam(required = false) String name, @RequestParam(required = false) String after, Model model) {
        var found = clinics.live(name, after, PAGE + 1);
        var more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        model.addAttribute("clinics", shown);
        model.addAttribute("next", more ? shown.get(PAGE - 1).slug() : null);
        model.addAttribute("name", name);
        model.addAttribute("first", after == null);
        model.addAttribute("searchable", more || after != null || name != null);
        model.addAttribute("sandbox", sandbox);
        return "booking/home";
    }
}
