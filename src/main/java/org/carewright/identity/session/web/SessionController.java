package org.carewright.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.identity.session.SessionClock;
import org.carewright.identity.web.DoorPath;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the script asks that warns before a session ends (IAM-5); Tasklist and Cockpit load the same script. */
@RestController
class SessionController {

    private static final String TEXT = "session.warning.";

    private final SessionClock sessions;
    private final MessageSource messages;

    SessionController(SessionClock sessions, MessageSource messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    /** Asking doesn't make the session last longer. */
    @GetMapping({DoorPath.DESK + "/session", DoorPath.PORTAL + "/session"})
    SessionView left(HttpServletRequest request, CsrfToken csrf, Locale locale) {
        var session = request.getSession(false);
        var texts = Stream.of("title", "text", "last", "stay", "leave", "left")
                .collect(Collectors.toMap(name -> name, name -> messages.getMessage(TEXT + name, null, locale)));
        return new SessionView(
                sessions.secondsLeft(session),
                sessions.canBeExtended(session),
                new Csrf(csrf.getHeaderName(), csrf.getParameterName(), csrf.getToken()),
                texts);
    }

    /** Someone is there: the request itself has made the session last longer. */
    @PostMapping({DoorPath.DESK + "/session/active", DoorPath.PORTAL + "/session/active"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void active() {
        // SessionTimes has written it down.
    }

    record SessionView(long secondsLeft, boolean extendable, Csrf csrf, Map<String, String> texts) {}

    record Csrf(String header, String parameter, String token) {}
}
