package org.carewright.scheduling.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.portal.PortalCard;
import org.carewright.patients.portal.PortalCards;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.portal.PortalVisitMapper.PortalVisitRow;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appointments of the patients whom a portal account may see (SCH-5, IAM-1); every list is audited per patient. */
@Service
public class PortalVisits implements PortalCards {

    private static final String READ = "portal-appointments";
    private static final int MOST_AHEAD = 100;
    private static final int PAST_ON_PAGE = 20;

    private final PortalVisitMapper visits;
    private final PatientAccess access;
    private final AuditLog audit;
    private final Clock clock;

    PortalVisits(PortalVisitMapper visits, PatientAccess access, AuditLog audit, Clock clock) {
        this.visits = visits;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param older where the next page of past ones begins; null at the end */
    public record VisitList(List<PortalVisit> ahead, List<PortalVisit> past, Instant older) {}

    /**
     * Appointments of all patients of the account, or of one.
     *
     * @param patientId null for all
     * @param before past ones that ended then or earlier; null for now, with those ahead
     * @throws ProblemException 404 for a patient the account may not see
     */
    @Transactional
    public VisitList list(UUID accountId, UUID patientId, Instant before) {
        var patients = patientId == null
                ? access.patientsOf(accountId).stream().map(Grant::patientId).toList()
                : List.of(access.require(accountId, patientId, AccessLevel.VIEW_ONLY)
                        .patientId());
        if (patients.isEmpty()) {
            return new VisitList(List.of(), List.of(), null);
        }
        var now = clock.instant();
        var ahead = before == null ? visits.ahead(patients, now, MOST_AHEAD) : List.<PortalVisitRow>of();
        var past = visits.past(patients, before == null || before.isAfter(now) ? now : before, PAST_ON_PAGE + 1);
        patients.forEach(patient -> audit.read(patient, READ));
        return new VisitList(shown(ahead), shown(past.subList(0, Math.min(PAST_ON_PAGE, past.size()))), older(past));
    }

    /** The appointment, for who may cancel it. @throws ProblemException 404, 403 {@code access_too_low} */
    @Transactional(readOnly = true)
    public PortalVisit toChange(UUID accountId, UUID id) {
        var row = visits.find(id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        access.require(accountId, row.patientId(), AccessLevel.FULL);
        return toVisit(row);
    }

    /** The next appointment of each. */
    @Override
    @Transactional(readOnly = true)
    public Map<UUID, List<PortalCard>> cards(Collection<Grant> patients) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        var ids = patients.stream().map(Grant::patientId).distinct().toList();
        return visits.next(ids, clock.instant()).stream()
                .collect(Collectors.toMap(PortalVisitRow::patientId, row -> List.of(card(row))));
    }

    private static PortalCard card(PortalVisitRow row) {
        return new PortalCard(
                "next-visit",
                "calendar-check",
                row.startsAt(),
                List.of(row.serviceName(), row.practitionerName()),
                "/portal/appointments?patient=" + row.patientId());
    }

    /** The end of the first that doesn't fit; others that end with it come with it. */
    private static Instant older(List<PortalVisitRow> past) {
        return past.size() > PAST_ON_PAGE ? past.get(PAST_ON_PAGE).endsAt() : null;
    }

    private static List<PortalVisit> shown(List<PortalVisitRow> rows) {
        return rows.stream().map(PortalVisits::toVisit).toList();
    }

    private static PortalVisit toVisit(PortalVisitRow row) {
        return new PortalVisit(
                row.id(),
                row.patientId(),
                row.reservationId(),
                row.startsAt(),
                row.endsAt(),
                AppointmentStatus.of(row.status()),
                row.serviceName(),
                row.practitionerName(),
                row.locationAddress());
    }
}
