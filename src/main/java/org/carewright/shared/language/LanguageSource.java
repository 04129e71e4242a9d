package org.carewright.shared.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** What a module knows of a reader's language; {@link ReaderLanguage} asks when the reader has chosen none. */
public interface LanguageSource {

    /** What the person behind the request is known to prefer; goes before what the browser asks for. */
    default Optional<Locale> preferred(HttpServletRequest request) {
        return Optional.empty();
    }

    /** What the place is written in that the request asks for; for browsers that ask for nothing we have. */
    default Optional<Locale> usual(HttpServletRequest request) {
        return Optional.empty();
    }
}
