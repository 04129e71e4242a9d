package org.carewright.clinics;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carewright.shared.language.LanguageSource;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** A clinic's public pages are in the clinic's language for readers of none that we have. */
@Component
class ClinicLanguage implements LanguageSource {

    private static final Pattern PUBLIC_PAGE = Pattern.compile("/c/([a-z0-9-]+)/.*");

    private final ClinicService clinics;
    private final ClinicScope clinic;

    ClinicLanguage(ClinicService clinics, ClinicScope clinic) {
        this.clinics = clinics;
        this.clinic = clinic;
    }

    @Override
    public Optional<Locale> usual(HttpServletRequest request) {
        var page = PUBLIC_PAGE.matcher(request.getRequestURI());
        return page.matches()
                ? clinics.idBySlug(page.group(1))
                        .map(id -> clinic.call(id, clinics::current).locale())
                : Optional.empty();
    }
}
