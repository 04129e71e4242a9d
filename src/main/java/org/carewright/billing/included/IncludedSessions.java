package org.carewright.billing.included;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.billing.included.IncludedMapper.PeriodRow;
import org.carewright.billing.included.IncludedMapper.UsedRow;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the visits that plans of the clinic in scope include (BIL-5). */
@Service
public class IncludedSessions {

    private static final int MOST_VISITS = 100;

    private final IncludedMapper included;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    IncludedSessions(IncludedMapper included, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.included = included;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Counts a visit that a plan of the patient includes. One that was counted or paid by a package before counts no
     * more; of two visits that want the last session at once, one gets it.
     *
     * @param day on which the visit began, by the clinic's calendar
     * @return whether it was counted now or before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cover(UUID appointmentId, UUID patientId, UUID serviceId, LocalDate day) {
        if (included.paid(appointmentId)) {
            return true;
        }
        return included.including(patientId, serviceId, day).stream().anyMatch(period -> use(period, appointmentId));
    }

    private boolean use(PeriodRow period, UUID appointmentId) {
        included.lock(period.subscriptionId());
        if (included.used(period.subscriptionId(), period.countedWith()) >= period.sessions()) {
            return false;
        }
        var counted =
                included.insert(clinic.required(), UUID.randomUUID(), period.id(), appointmentId, clock.instant()) == 1;
        if (counted) {
            audit.record("subscription.session-used", "subscription", period.subscriptionId(), period.patientId());
        }
        return true;
    }

    /** How many of their running period's sessions are used, by subscription; none is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> used(Collection<UUID> subscriptionIds) {
        return subscriptionIds.isEmpty()
                ? Map.of()
                : included.usedNow(subscriptionIds).stream()
                        .collect(Collectors.toMap(UsedRow::subscriptionId, UsedRow::used));
    }

    /** Visits a subscription paid for in all its periods, newest first, a hundred at most. */
    @Transactional(readOnly = true)
    public List<IncludedVisit> visits(UUID subscriptionId) {
        return included.visits(subscriptionId, MOST_VISITS);
    }
}
