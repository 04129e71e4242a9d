package org.carewright.scheduling.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.slots.HoldService;
import org.carewright.shared.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a start free for a visitor (SCH-4); limited per client, since every hold takes a start from the others. */
@RestController
class PublicHoldController {

    private static final String LIMIT = "hold";

    private final PublicClinics publicClinics;
    private final ClinicService clinics;
    private final HoldService holds;
    private final RateLimits limits;

    PublicHoldController(PublicClinics publicClinics, ClinicService clinics, HoldService holds, RateLimits limits) {
        this.publicClinics = publicClinics;
        this.clinics = clinics;
        this.holds = holds;
        this.limits = limits;
    }

    @PostMapping("/api/v1/public/clinics/{slug}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    HoldView hold(@PathVariable String slug, @Valid @RequestBody HoldRequest wanted, HttpServletRequest request) {
        limits.take(LIMIT, request.getRemoteAddr());
        return publicClinics.in(slug, () -> {
            var hold = holds.hold(
                    publicClinics.service(wanted.serviceId()),
                    Optional.ofNullable(wanted.practitionerId()),
                    wanted.start().toInstant());
            return HoldView.of(hold, clinics.current().timeZone());
        });
    }
}
