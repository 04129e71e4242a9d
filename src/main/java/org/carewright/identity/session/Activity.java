package org.carewright.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * Which requests show that a person is there (IAM-5). What pages ask by themselves doesn't: requests with the header
 * {@value #BACKGROUND}, the question how long the session lasts, files, and all data calls of Tasklist and Cockpit,
 * which refresh their lists forever; there our script tells when someone touches keyboard, mouse or screen.
 */
public final class Activity {

    /** Pages of ours that refresh themselves send this header, e.g. with {@code hx-headers}. */
    public static final String BACKGROUND = "X-Carewright-Background";

    static final String SESSION = "/session";

    private static final Pattern FILE = Pattern.compile("/(assets|webjars)/.*|/favicon\\.ico");
    private static final Pattern ENGINE = Pattern.compile("/camunda(/.*)?");
    private static final Pattern ENGINE_PAGE =
            Pattern.compile("/camunda/app/(tasklist|cockpit|admin|welcome)/([^/]+/)?");

    private Activity() {}

    /** Files come without a look at the session. */
    static boolean isFile(HttpServletRequest request) {
        return FILE.matcher(path(request)).matches();
    }

    static boolean isOfPerson(HttpServletRequest request) {
        var path = path(request);
        if (request.getHeader(BACKGROUND) != null
                || HttpMethod.GET.matches(request.getMethod()) && path.matches("/(desk|portal)" + SESSION)) {
            return false;
        }
        return !ENGINE.matcher(path).matches() || ENGINE_PAGE.matcher(path).matches();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
