package org.carewright.scheduling.web;

import java.util.List;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: what this is, and the ways in. */
@Controller
class HomeController {

    private static final Profiles PRODUCTION = Profiles.of("production");

    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final boolean sandbox;

    HomeController(ClinicService clinics, ClinicScope clinic, Environment environment) {
        this.clinics = clinics;
        this.clinic = clinic;
        this.sandbox = !environment.acceptsProfiles(PRODUCTION)
                && environment.getProperty("carewright.sandbox.enabled", Boolean.class, true);
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("clinics", all());
        model.addAttribute("sandbox", sandbox);
        return "booking/home";
    }

    private List<Clinic> all() {
        return clinics.liveIds().stream()
                .map(id -> clinic.call(id, clinics::current))
                .toList();
    }
}
