package org.carewright.identity.factor;

import java.util.UUID;
import org.carewright.identity.SecondFactorEvent;
import org.carewright.identity.SecondFactorEvent.Method;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever listens, the audit first, what happened to second factors. */
@Component
class FactorEvents {

    private final ApplicationEventPublisher publisher;

    FactorEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void used(UUID accountId, Method method) {
        publisher.publishEvent(new SecondFactorEvent.Used(accountId, method));
    }

    void refused(UUID accountId) {
        publisher.publishEvent(new SecondFactorEvent.Refused(accountId));
    }

    void added(UUID accountId, Method method) {
        publisher.publishEvent(new SecondFactorEvent.Added(accountId, method));
    }

    void removed(UUID accountId, Method method) {
        publisher.publishEvent(new SecondFactorEvent.Removed(accountId, method));
    }
}
