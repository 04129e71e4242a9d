package org.carewright.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.carewright.shared.problem.ProblemException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people see when something goes wrong: what happened, and what they can do now. */
@Controller
class ErrorPages implements ErrorController {

    private static final String VIEW = "error/problem";
    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 409, 410, 422, 429, 500, 503);
    private static final int OTHERS = 500;

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    /** Errors that no controller of ours answered: unknown addresses, refusals by filters, failures. */
    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, Locale locale) {
        var status = status(request);
        var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (uri != null && uri.toString().startsWith(request.getContextPath() + ProblemAdvice.API)) {
            return problems.of(status, code(status));
        }
        return page(status, null, locale);
    }

    private ModelAndView page(HttpStatus status, String code, Locale locale) {
        var page = new ModelAndView(VIEW, status);
        page.addObject("status", EXPLAINED.contains(status.value()) ? status.value() : OTHERS);
        page.addObject("problemTitle", code == null ? null : problems.title(code, status, locale));
        page.addObject("problemDetail", code == null ? null : problems.detail(code, locale));
        return page;
    }

    private static HttpStatus status(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = status instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "unauthorized";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case TOO_MANY_REQUESTS -> "too_many_requests";
            default -> status.is4xxClientError() ? "invalid_request" : "internal_error";
        };
    }

    /** The page for a problem that a service reports. */
    ModelAndView page(ProblemException problem, HttpServletResponse response, Locale locale) {
        if (problem.properties().get("retryAfterSeconds") instanceof Number seconds) {
            response.setHeader("Retry-After", String.valueOf(seconds.longValue()));
        }
        return page(problem.status(), problem.code(), locale);
    }
}
