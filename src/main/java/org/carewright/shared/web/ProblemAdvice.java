package org.carewright.shared.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.shared.database.UnkeepableText;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers for everything that goes wrong below {@code /api/}: problem+json with a stable code. What goes wrong on a page
 * is left to {@link ErrorPages}. Nothing a client sent is repeated, and nothing is told about the inside.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    static final String API = "/api/";

    private static final String INVALID_REQUEST = "invalid_request";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final ErrorPages pages;

    ProblemAdvice(Problems problems, ErrorPages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /**
     * Problems our services report: for a page the page that explains it. One advice does both, as Spring asks no second
     * one when the first throws.
     */
    @ExceptionHandler
    Object problem(ProblemException problem, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return isApi(request) ? answer(problem) : pages.page(problem, response, locale);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Exception failure, HttpServletRequest request) throws Exception {
        if (!isApi(request) || isForSecurityOrServer(failure)) {
            throw failure;
        }
        return answer(failure);
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + API);
    }

    private static boolean isForSecurityOrServer(Exception failure) {
        return failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || failure instanceof RequestRejectedException
                || failure instanceof AsyncRequestNotUsableException;
    }

    private ResponseEntity<Object> answer(Exception failure) {
        if (failure instanceof ProblemException problem) {
            return problems.of(problem);
        }
        if (failure instanceof InvalidFormException invalid) {
            return problems.of(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_form", invalid.errors());
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (UnkeepableText.isCauseOf(failure)) {
            return problems.of(HttpStatus.UNPROCESSABLE_ENTITY, INVALID_REQUEST);
        }
        if (failure instanceof ConcurrencyFailureException || failure instanceof DataIntegrityViolationException) {
            LOG.warn("A change met another one: {}", failure.getClass().getSimpleName());
            return problems.of(HttpStatus.CONFLICT, "conflict");
        }
        var invalid = invalidValues(failure);
        if (invalid != null) {
            return problems.of(HttpStatus.UNPROCESSABLE_ENTITY, INVALID_REQUEST, invalid);
        }
        if (failure instanceof ErrorResponse response) {
            return ofStatus(response);
        }
        LOG.error("A request failed", failure);
        return problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error");
    }

    private ResponseEntity<Object> ofStatus(ErrorResponse response) {
        var status = HttpStatus.valueOf(response.getStatusCode().value());
        var code =
                switch (status) {
                    case NOT_FOUND -> "not_found";
                    case METHOD_NOT_ALLOWED -> "method_not_allowed";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported_media_type";
                    case NOT_ACCEPTABLE -> "not_acceptable";
                    default -> INVALID_REQUEST;
                };
        var answer = problems.of(status, code);
        return ResponseEntity.status(status)
                .headers(response.getHeaders())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private ResponseEntity<Object> unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof UnrecognizedPropertyException unknown) {
            var error = new FieldError(path(unknown), "unknown", List.of());
            return problems.of(HttpStatus.UNPROCESSABLE_ENTITY, "unknown_member", List.of(error));
        }
        // Broken JSON is broken wherever the reader was when it noticed.
        var broken = NestedExceptionUtils.getMostSpecificCause(failure) instanceof JsonParseException;
        if (!broken
                && failure.getCause() instanceof JsonMappingException wrong
                && !wrong.getPath().isEmpty()) {
            var error = new FieldError(path(wrong), "type", List.of());
            return problems.of(HttpStatus.UNPROCESSABLE_ENTITY, INVALID_REQUEST, List.of(error));
        }
        return problems.of(HttpStatus.BAD_REQUEST, "malformed_json", Map.of());
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : name(step.getFieldName()))
                .collect(Collectors.joining("."));
    }

    /** Names come from the sender: anything but a plain one isn't repeated. */
    private static String name(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]{0,59}") ? name : "?";
    }

    private static List<FieldError> invalidValues(Exception failure) {
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return invalid.getFieldErrors().stream()
                    .map(error -> fieldError(error.getField(), error.getCode()))
                    .toList();
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return invalid.getParameterValidationResults().stream()
                    .flatMap(ProblemAdvice::fieldErrors)
                    .toList();
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return invalid.getConstraintViolations().stream()
                    .map(violation -> fieldError(violation.getPropertyPath().toString(), ""))
                    .toList();
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return List.of(new FieldError(missing.getParameterName(), "required", List.of()));
        }
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return List.of(new FieldError(wrong.getName(), "type", List.of()));
        }
        return null;
    }

    /** A body's members are named one by one, any other parameter as a whole. */
    private static Stream<FieldError> fieldErrors(ParameterValidationResult result) {
        return result instanceof ParameterErrors body
                ? body.getFieldErrors().stream().map(error -> fieldError(error.getField(), error.getCode()))
                : Stream.of(fieldError(result.getMethodParameter().getParameterName(), ""));
    }

    /** @param constraint simple name of the Bean Validation constraint that was broken */
    private static FieldError fieldError(String field, String constraint) {
        var missing = List.of("NotNull", "NotBlank", "NotEmpty").contains(constraint == null ? "" : constraint);
        return new FieldError(field, missing ? "required" : "invalid", List.of());
    }
}
