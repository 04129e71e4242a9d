package org.carewright.audit;

import java.time.Clock;
import java.util.UUID;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was done in the transaction that does it: both are kept or neither. */
@Service
public class AuditLog {

    private final AuditMapper events;
    private final ClinicScope clinic;
    private final Clock clock;

    AuditLog(AuditMapper events, ClinicScope clinic, Clock clock) {
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Records one action in the clinic in scope. Ids and codes only; a reason is staff's own words about their deed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        events.insert(clinic.required(), UUID.randomUUID(), clock.instant(), entry);
    }
}
