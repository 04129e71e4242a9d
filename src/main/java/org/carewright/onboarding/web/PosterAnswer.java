package org.carewright.onboarding.web;

import java.util.Locale;
import java.util.function.Function;
import org.carewright.onboarding.clinic.RegistrationPoster.Poster;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A poster as a PDF that the browser shows. */
final class PosterAnswer {

    private PosterAnswer() {}

    /**
     * @param in a language tag, null for the clinic's own
     * @param make is given null for the clinic's own language
     * @throws ProblemException 404 for a language we don't speak
     */
    static ResponseEntity<byte[]> in(String in, Function<Locale, Poster> make) {
        var language = in == null ? null : Languages.offered(in).orElseThrow(ProblemException::notFound);
        var poster = make.apply(language);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(poster.slug() + "-poster.pdf")
                                .build()
                                .toString())
                .body(poster.pdf());
    }
}
