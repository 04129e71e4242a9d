package org.carewright.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.carewright.identity.PortalPrincipal;
import org.carewright.shared.language.LanguageSource;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever is signed in at the portal reads it in the language of their account. */
@Component
class PortalLanguage implements LanguageSource {

    /** In the session, so that the account is asked once. */
    private static final String KNOWN = "cw-account-language";

    private final AccountChangeMapper accounts;
    private final ClinicScope clinic;
    private final TransactionOperations transaction;

    PortalLanguage(AccountChangeMapper accounts, ClinicScope clinic, TransactionOperations transaction) {
        this.accounts = accounts;
        this.clinic = clinic;
        this.transaction = transaction;
    }

    @Override
    public Optional<Locale> preferred(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(PortalPrincipal.class::isInstance)
                .map(PortalPrincipal.class::cast)
                .flatMap(person -> language(person, request))
                .map(Locale::forLanguageTag);
    }

    private Optional<String> language(PortalPrincipal person, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(KNOWN) instanceof String known) {
            return Optional.of(known);
        }
        var found = clinic.call(
                person.clinicId(),
                () -> transaction.execute(
                        status -> accounts.find(person.accountId()).map(AccountRow::language)));
        if (session != null) {
            found.ifPresent(language -> session.setAttribute(KNOWN, language));
        }
        return found;
    }
}
