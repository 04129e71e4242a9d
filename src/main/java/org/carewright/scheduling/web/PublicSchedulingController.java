package org.carewright.scheduling.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.shared.process.Processes;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What anyone may ask about a clinic before booking (SCH-1, SCH-3): what is offered, when, and by which form. */
@RestController
@RequestMapping("/api/v1/public/clinics/{slug}")
class PublicSchedulingController {

    private final PublicClinics publicClinics;
    private final ClinicService clinics;
    private final CatalogueService catalogue;
    private final AvailabilityService availability;
    private final Processes processes;

    PublicSchedulingController(
            PublicClinics publicClinics,
            ClinicService clinics,
            CatalogueService catalogue,
            AvailabilityService availability,
            Processes processes) {
        this.publicClinics = publicClinics;
        this.clinics = clinics;
        this.catalogue = catalogue;
        this.availability = availability;
        this.processes = processes;
    }

    @GetMapping
    ClinicView clinic(@PathVariable String slug) {
        return publicClinics.in(
                slug, () -> ClinicView.of(clinics.current(), catalogue.services(), catalogue.practitioners()));
    }

    @GetMapping("/availability")
    AvailabilityView availability(
            @PathVariable String slug,
            @RequestParam UUID serviceId,
            @RequestParam(required = false) UUID practitionerId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to) {
        return publicClinics.in(slug, () -> {
            var service = publicClinics.service(serviceId);
            var slots = availability.search(service, Optional.ofNullable(practitionerId), from, to);
            return AvailabilityView.of(slots, clinics.current().timeZone());
        });
    }

    @GetMapping(path = "/services/{serviceId}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    String form(@PathVariable String slug, @PathVariable UUID serviceId) {
        return publicClinics.in(
                slug,
                () -> processes.form(publicClinics.service(serviceId).formId()).schema());
    }
}
