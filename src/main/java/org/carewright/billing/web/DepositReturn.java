package org.carewright.billing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where patients come back to from the provider's page. The address tells the provider nothing: the booking's token,
 * with which one could cancel the visit, stays in a cookie of the patient's browser.
 */
@Controller
class DepositReturn {

    static final String PATH = "/m/paid";

    private static final String COOKIE = "cw-paying";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,100}");
    private static final Duration KEPT = Duration.ofDays(1);

    /** Remembers for which visit the patient leaves. */
    static void remember(String token, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, token)
                .path(PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                // The way back begins at the provider's site.
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** To the visit's deposit; in another browser than the one that left, to the mail that has the link. */
    @GetMapping(PATH)
    String back(HttpServletRequest request) {
        return token(request).map(token -> "redirect:/m/" + token + "/deposit").orElse("billing/deposit-back");
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> cookie.getValue())
                .filter(value -> TOKEN.matcher(value).matches())
                .findFirst();
    }
}
