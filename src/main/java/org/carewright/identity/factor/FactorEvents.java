package org.carewright.identity.factor;

import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.SecondFactorMethod;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever listens, the audit first, what happened to second factors. */
@Component
class FactorEvents {

    private final FactorMapper accounts;
    private final ApplicationEventPublisher publisher;

    FactorEvents(FactorMapper accounts, ApplicationEventPublisher publisher) {
        this.accounts = accounts;
        this.publisher = publisher;
    }

    void used(UUID accountId, SecondFactorMethod method) {
        publisher.publishEvent(new AccountEvent.SecondFactorUsed(accountId, clinicOf(accountId), method));
    }

    void refused(UUID accountId) {
        publisher.publishEvent(new AccountEvent.SecondFactorRefused(accountId, clinicOf(accountId)));
    }

    void added(UUID accountId, SecondFactorMethod method) {
        publisher.publishEvent(new AccountEvent.SecondFactorAdded(accountId, clinicOf(accountId), method));
    }

    void removed(UUID accountId, SecondFactorMethod method) {
        publisher.publishEvent(new AccountEvent.SecondFactorRemoved(accountId, clinicOf(accountId), method));
    }

    private UUID clinicOf(UUID accountId) {
        return accounts.owner(accountId).clinicId();
    }
}
