package org.carewright.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Gives a browser from which a password was right a secret of its own, by which it is known again (IAM-2). */
class DeviceCookie implements AuthenticationSuccessHandler {

    static final String NAME = "carewright-device";

    private static final Duration KEPT = Duration.ofDays(365);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignInPauses pauses;
    private final AuthenticationSuccessHandler next;

    DeviceCookie(SignInPauses pauses, AuthenticationSuccessHandler next) {
        this.pauses = pauses;
        this.next = next;
    }

    /** The secret the browser has, empty when it is new here. */
    static Optional<String> sent(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(SECRET.asMatchPredicate())
                .findFirst();
    }

    private static String make() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        var device = sent(request).orElseGet(DeviceCookie::make);
        SignInDetails.ownerIn(request).ifPresent(accountId -> pauses.know(device, accountId));
        var cookie = ResponseCookie.from(NAME, device)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        next.onAuthenticationSuccess(request, response, signedIn);
    }
}
