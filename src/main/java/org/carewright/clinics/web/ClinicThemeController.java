package org.carewright.clinics.web;

import java.time.Duration;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.AccentPalette;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A clinic's accent as a small style sheet: pages need no inline styles, and the browser keeps it. */
@Controller
class ClinicThemeController {

    private static final Duration KEPT = Duration.ofHours(1);

    private final ClinicService clinics;
    private final ClinicScope clinic;

    ClinicThemeController(ClinicService clinics, ClinicScope clinic) {
        this.clinics = clinics;
        this.clinic = clinic;
    }

    @GetMapping(path = "/c/{slug}/theme.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> theme(@PathVariable String slug) {
        var id = clinics.idBySlugBeforeLive(slug).orElseThrow(ProblemException::notFound);
        var accent = clinic.call(id, () -> clinics.current().accentColour());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(css(AccentPalette.of(accent)));
    }

    private static String css(AccentPalette palette) {
        return """
                :root { --cw-accent-fill: %s; --cw-on-accent: %s; --cw-accent-light: %s; --cw-accent-dark: %s; }
                """
                .formatted(palette.fill(), palette.onFill(), palette.textOnLight(), palette.textOnDark());
    }
}
