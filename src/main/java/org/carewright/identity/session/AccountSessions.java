package org.carewright.identity.session;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.AccountPrincipal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions that an account has, on all nodes (IAM-5). */
@Service
public class AccountSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final StampMapper stamps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountSessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            StampMapper stamps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.stamps = stamps;
        this.events = events;
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

    /** Ends all sessions of the person, half-way ones included, and their tokens; on all nodes, at once. */
    @Transactional
    public void endAll(AccountPrincipal person) {
        stamps.move(person.accountId());
        sessions.findByPrincipalName(person.getName()).keySet().forEach(sessions::deleteById);
        events.publishEvent(new AccountEvent.SignedOutEverywhere(person.accountId(), person.clinicId()));
    }
}
