package org.carewright.identity.session;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** The sessions that an account has, on all nodes (IAM-5). */
@Service
public class AccountSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Clock clock;

    AccountSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The account's open sessions, the one that asks first. */
    public List<OpenSession> of(UUID accountId, HttpSession asking) {
        var now = clock.instant();
        var others = sessions.findByPrincipalName(accountId.toString()).values().stream()
                .filter(session -> !session.getId().equals(asking.getId()))
                .map(session -> session.<SessionFacts>getAttribute(SessionFacts.NAME))
                .filter(facts -> facts != null && facts.kind().equals("full:" + accountId) && !facts.isOver(now))
                .sorted(Comparator.comparing(SessionFacts::lastActiveAt).reversed())
                .map(facts -> OpenSession.of(facts, false));
        // What this request has changed in its own session isn't stored yet.
        var own = SessionFacts.of(asking).stream().map(facts -> OpenSession.of(facts, true));
        return Stream.concat(own, others).toList();
    }

    /** Ends all of the account's sessions, half-way ones included. */
    public void endAll(UUID accountId) {
        sessions.findByPrincipalName(accountId.toString()).keySet().forEach(sessions::deleteById);
    }

    /** Ends all of the account's sessions but one. */
    public void endOthers(UUID accountId, String currentId) {
        sessions.findByPrincipalName(accountId.toString()).keySet().stream()
                .filter(id -> !id.equals(currentId))
                .forEach(sessions::deleteById);
    }
}
