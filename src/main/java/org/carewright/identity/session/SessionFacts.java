package org.carewright.identity.session;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we know of a session besides who it is; kept in it.
 *
 * @param kind who it is for and at which step; when that changes, the times begin anew
 * @param lastActiveAt when the person last did something; what a page does by itself doesn't count
 * @param idle how long they may do nothing
 * @param absolute how long the session may last at most
 * @param device as the browser describes itself, shortened
 */
public record SessionFacts(
        String kind, Instant signedInAt, Instant lastActiveAt, Duration idle, Duration absolute, String device)
        implements Serializable {

    static final String NAME = "carewright.session-facts";

    /** Within this time a change to one's own security needs no new sign-in. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** Activity is written down at most this often, so that a page's many requests cost one write. */
    private static final Duration GRAIN = Duration.ofSeconds(5);

    static Optional<SessionFacts> of(HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((SessionFacts) session.getAttribute(NAME));
    }

    /** Whether someone signed in so lately that they may change how they sign in. */
    public static boolean isFresh(HttpSession session, Instant now) {
        return of(session)
                .filter(facts -> now.isBefore(facts.signedInAt().plus(FRESH)))
                .isPresent();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    Instant endsAt() {
        var idleEnd = lastActiveAt.plus(idle);
        var absoluteEnd = signedInAt.plus(absolute);
        return idleEnd.isBefore(absoluteEnd) ? idleEnd : absoluteEnd;
    }

    /** Whether staying active makes it last longer. */
    boolean canBeExtended() {
        return lastActiveAt.plus(idle).isBefore(signedInAt.plus(absolute));
    }

    boolean isWorthWriting(Instant now) {
        return now.isAfter(lastActiveAt.plus(GRAIN));
    }

    SessionFacts activeAt(Instant now) {
        return new SessionFacts(kind, signedInAt, now, idle, absolute, device);
    }
}
