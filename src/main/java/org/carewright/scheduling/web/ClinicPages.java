package org.carewright.scheduling.web;

import java.util.Arrays;
import java.util.function.Function;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Opens the clinic that an address names and dresses the page in its name and colour. */
@Component
class ClinicPages {

    /** The model's name of the clinic; the layout looks for it. */
    static final String CLINIC = "clinic";

    private final ClinicService clinics;
    private final ClinicScope clinic;

    ClinicPages(ClinicService clinics, ClinicScope clinic) {
        this.clinics = clinics;
        this.clinic = clinic;
    }

    /** Runs {@code work} in the scope of the clinic with that slug. @throws ProblemException 404 */
    <T> T in(String slug, Model model, Function<Clinic, T> work) {
        var id = clinics.idBySlug(slug).orElseThrow(ProblemException::notFound);
        return clinic.call(id, () -> work.apply(dress(model)));
    }

    /** A parameter that picks a text: one of the codes, or null for anything else. */
    static String known(String given, String... codes) {
        return Arrays.asList(codes).contains(given) ? given : null;
    }

    /** Puts the clinic in scope into the model. */
    Clinic dress(Model model) {
        var here = clinics.current();
        model.addAttribute(CLINIC, here);
        return here;
    }
}
