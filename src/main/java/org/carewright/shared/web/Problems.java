package org.carewright.shared.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Makes problem documents (RFC 9457). {@code code} is stable and says what is wrong; {@code title} and {@code detail}
 * are the texts {@code problem.<code>.title} and {@code problem.<code>}, in the reader's language.
 */
@Component
class Problems {

    private static final String TYPE = "urn:carewright:problem:";
    /** The property that says how long to wait. */
    static final String RETRY_AFTER = RateLimits.RETRY_AFTER_SECONDS;

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    ResponseEntity<Object> of(ProblemException problem) {
        return of(problem.status(), problem.code(), problem.properties());
    }

    ResponseEntity<Object> of(HttpStatus status, String code) {
        return of(status, code, Map.of());
    }

    ResponseEntity<Object> of(HttpStatus status, String code, List<FieldError> errors) {
        return of(
                status, code, Map.of("errors", errors.stream().map(this::entry).toList()));
    }

    ResponseEntity<Object> of(HttpStatus status, String code, Map<String, Object> properties) {
        var locale = LocaleContextHolder.getLocale();
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title(code, status, locale));
        problem.setDetail(detail(code, locale));
        problem.setProperty("code", code);
        properties.forEach(problem::setProperty);
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (properties.get(RETRY_AFTER) instanceof Number seconds) {
            response.header("Retry-After", String.valueOf(seconds.longValue()));
        }
        return response.body(problem);
    }

    String title(String code, HttpStatus status, Locale locale) {
        return messages.getMessage(
                "problem." + code + ".title",
                null,
                messages.getMessage("error." + status.value() + ".title", null, status.getReasonPhrase(), locale),
                locale);
    }

    /** What happened and what to do, or null when the code has no text. */
    String detail(String code, Locale locale) {
        return messages.getMessage("problem." + code, null, null, locale);
    }

    private Map<String, Object> entry(FieldError error) {
        var key = "form.error." + error.code();
        var text = messages.getMessage(key, error.arguments().toArray(), error.code(), LocaleContextHolder.getLocale());
        return Map.of("field", error.key(), "code", error.code(), "message", text);
    }
}
