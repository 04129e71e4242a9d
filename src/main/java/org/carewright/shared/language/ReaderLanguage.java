package org.carewright.shared.language;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page (PLT-7): the one chosen with a link, then the one the person's account tells, then the first
 * the browser asks for that we have, then the clinic's. It is always one we have texts in, so that words, dates and the
 * page's {@code lang} agree. Pages for staff are English.
 */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "cw-lang";

    private static final String RESOLVED = ReaderLanguage.class.getName() + ".resolved";

    /** Their texts are English only; half of a page in another language would be worse than none. */
    private static final List<String> STAFF_PLACES =
            List.of("/desk", "/ops", "/camunda", "/engine-rest", "/sandbox", "/dev");

    private final ObjectProvider<LanguageSource> sources;

    ReaderLanguage(ObjectProvider<LanguageSource> sources) {
        this.sources = sources;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(RESOLVED) instanceof Locale known) {
            return known;
        }
        var language = isForStaff(request) ? english(request) : find(request);
        request.setAttribute(RESOLVED, language);
        return language;
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("A language is chosen with the parameter " + PARAMETER);
    }

    /** The language that the request itself chooses, by a link of the menu. */
    static Optional<Locale> chosenNow(HttpServletRequest request) {
        // A body is not ours to read here, and a choice is never part of one.
        // Never of a sent form: asking for a parameter would read the body that a webhook's signature is about.
        var asked = HttpMethod.GET.matches(request.getMethod()) && request.getQueryString() != null;
        return asked ? Languages.offered(request.getParameter(PARAMETER)) : Optional.empty();
    }

    static boolean isForStaff(HttpServletRequest request) {
        var path = address(request).substring(request.getContextPath().length());
        return STAFF_PLACES.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }

    /** The path the browser asked for, on an error page too. */
    static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private Locale find(HttpServletRequest request) {
        return chosenNow(request)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(Languages::offered))
                .or(() -> ask(source -> source.preferred(request)))
                .or(() -> asked(request))
                .or(() -> ask(source -> source.usual(request)))
                .orElse(Locale.US);
    }

    private Optional<Locale> ask(Function<LanguageSource, Optional<Locale>> question) {
        return sources.orderedStream()
                .flatMap(source -> question.apply(source).stream())
                .flatMap(language -> Languages.serving(language).stream())
                .findFirst();
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        // Without the header the container would tell the server's own language.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .flatMap(language -> Languages.serving(language).stream())
                        .findFirst();
    }

    private static Locale english(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.US
                : Collections.list(request.getLocales()).stream()
                        .filter(language -> language.getLanguage().equals("en"))
                        .flatMap(language -> Languages.serving(language).stream())
                        .findFirst()
                        .orElse(Locale.US);
    }
}
