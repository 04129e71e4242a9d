package org.carewright.identity.session;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells a page how long its session still lasts. */
@Component
public class SessionClock {

    private final Clock clock;

    SessionClock(Clock clock) {
        this.clock = clock;
    }

    /** Seconds until the session ends when nothing more is done; 0 without one. */
    public long secondsLeft(HttpSession session) {
        return SessionFacts.of(session)
                .map(facts -> Duration.between(clock.instant(), facts.endsAt()).toSeconds())
                .map(seconds -> Math.max(0, seconds))
                .orElse(0L);
    }

    /** Whether doing something makes it last longer: no longer so when its longest time is near. */
    public boolean canBeExtended(HttpSession session) {
        return SessionFacts.of(session).filter(SessionFacts::canBeExtended).isPresent();
    }

    /** Whether the person signed in so lately that they may change how they sign in. */
    public boolean isFresh(HttpSession session) {
        return SessionFacts.isFresh(session, clock.instant());
    }
}
