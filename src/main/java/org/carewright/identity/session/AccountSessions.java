package org.carewright.identity.session;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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

    /** The account's open sessions, the one last used first. @param currentId the id of the session that asks */
    public List<OpenSession> of(UUID accountId, String currentId) {
        var now = clock.instant();
        return sessions.findByPrincipalName(accountId.toString()).values().stream()
                .filter(session -> session.getAttribute(SessionFacts.NAME) instanceof SessionFacts facts
                        && facts.kind().equals("full:" + accountId)
                        && !facts.isOver(now))
                .map(session -> OpenSession.of(
                        session.getAttribute(SessionFacts.NAME), session.getId().equals(currentId)))
                .sorted(Comparator.comparing(OpenSession::current)
                        .thenComparing(OpenSession::lastActiveAt)
                        .reversed())
                .toList();
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
