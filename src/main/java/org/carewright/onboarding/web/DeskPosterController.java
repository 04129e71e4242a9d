package org.carewright.onboarding.web;

import org.carewright.onboarding.clinic.RegistrationPoster;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The poster for the waiting room, printed anew by the clinic's own staff (ONB-1). */
@Controller
@RequestMapping("/desk/onboarding")
class DeskPosterController {

    private final RegistrationPoster posters;
    private final ClinicScope scope;

    DeskPosterController(RegistrationPoster posters, ClinicScope scope) {
        this.posters = posters;
        this.scope = scope;
    }

    /** @param in the poster's language; without one the clinic's own */
    @GetMapping("/poster.pdf")
    ResponseEntity<byte[]> poster(@RequestParam(required = false) String in) {
        var clinicId = scope.required();
        return PosterAnswer.in(in, language -> posters.make(clinicId, language));
    }
}
