package org.carewright.identity.session;

import java.time.Clock;
import org.carewright.identity.SecurityPart;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/** Puts the time-out into each door's chain, right after the session's person is known. */
@Component
class SessionSecurity implements SecurityPart {

    private final SessionLimits limits;
    private final Clock clock;

    SessionSecurity(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Whoever signs in begins with an empty session: someone else may have used the browser before. */
    @Override
    public void addTo(HttpSecurity http) throws Exception {
        http.sessionManagement(sessions -> sessions.sessionFixation(SessionFixationConfigurer::newSession));
        http.addFilterAfter(new SessionTimes(limits, clock), HeaderWriterFilter.class);
    }
}
