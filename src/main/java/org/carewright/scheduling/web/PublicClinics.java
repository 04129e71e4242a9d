package org.carewright.scheduling.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** Enters the clinic that a public address names; whatever isn't there is answered alike. */
@Component
class PublicClinics {

    private final ClinicService clinics;
    private final CatalogueService catalogue;
    private final ClinicScope scope;

    PublicClinics(ClinicService clinics, CatalogueService catalogue, ClinicScope scope) {
        this.clinics = clinics;
        this.catalogue = catalogue;
        this.scope = scope;
    }

    /** Does work in the scope of the clinic with that slug. @throws ProblemException 404 when there is none */
    <T> T in(String slug, Supplier<T> work) {
        return scope.call(clinics.idBySlug(slug).orElseThrow(ProblemException::notFound), work);
    }

    /** A service of the clinic in scope. @throws ProblemException 404 when it has none with that id */
    ServiceOffer service(UUID id) {
        return catalogue.service(id).orElseThrow(ProblemException::notFound);
    }
}
