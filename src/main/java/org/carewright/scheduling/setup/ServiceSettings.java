package org.carewright.scheduling.setup;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.scheduling.catalogue.NewService;
import org.carewright.scheduling.catalogue.SchedulingSetup;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.scheduling.setup.ServiceSettingsMapper.DraftRow;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the clinic in scope offers, as its managers change it (SCH-1); each change is in the log. A service is never
 * deleted: archived it can't be booked any more. Visits that are booked keep the length, price and deposit they were
 * booked with, whatever is changed here.
 */
@Service
public class ServiceSettings {

    private static final String RESOURCE = "service";

    private final ServiceSettingsMapper services;
    private final ClinicSetup clinicSetup;
    private final SchedulingSetup scheduling;
    private final AuditLog audit;
    private final Clock clock;

    ServiceSettings(
            ServiceSettingsMapper services,
            ClinicSetup clinicSetup,
            SchedulingSetup scheduling,
            AuditLog audit,
            Clock clock) {
        this.services = services;
        this.clinicSetup = clinicSetup;
        this.scheduling = scheduling;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A service as it is now.
     *
     * @param version to be handed back with a change
     * @param active false: archived
     * @param upcoming visits of it that are booked and haven't begun
     */
    public record Current(UUID id, ServiceDraft draft, int version, boolean active, int upcoming) {}

    /** Who may give a service and what it may use. */
    public record Choices(List<WorkingPractitioner> practitioners, List<ClinicSetup.Resource> resources) {}

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Current get(UUID id) {
        var row = found(id);
        return new Current(id, toDraft(row), row.version(), row.active(), services.upcoming(id, clock.instant()));
    }

    /** @param serviceId null for a new one */
    @Transactional(readOnly = true)
    public Choices choices(UUID serviceId) {
        return new Choices(clinicSetup.practitioners(), services.resources(serviceId));
    }

    /** Offers one more, after the others. @throws ProblemException 404 for who or what isn't the clinic's */
    @Transactional
    public UUID add(ServiceDraft draft) {
        var id = scheduling.createService(new NewService(draft, needsRoom(null, draft), services.nextPosition()));
        audit.record("service.added", RESOURCE, id, null);
        return id;
    }

    /**
     * Offers it otherwise from now on.
     *
     * @param version as read
     * @throws ProblemException 404, also for who or what isn't the clinic's; {@code changed_meanwhile} (409)
     */
    @Transactional
    public void change(UUID id, int version, ServiceDraft draft) {
        var differences = draft.differencesFrom(toDraft(found(id)));
        if (!scheduling.changeService(id, version, new NewService(draft, needsRoom(id, draft), 0))) {
            throw new ProblemException(HttpStatus.CONFLICT, "changed_meanwhile");
        }
        audit.record("service.changed", RESOURCE, id, null, AuditLog.SUCCESS, String.join(", ", differences));
    }

    /** Takes it out of what can be booked; twice is the same as once. @throws ProblemException 404 */
    @Transactional
    public void archive(UUID id) {
        setActive(id, false, "service.archived");
    }

    /** Offers it again; twice is the same as once. @throws ProblemException 404 */
    @Transactional
    public void restore(UUID id) {
        setActive(id, true, "service.restored");
    }

    private void setActive(UUID id, boolean active, String action) {
        found(id);
        if (services.setActive(id, active) == 1) {
            audit.record(action, RESOURCE, id, null);
        }
    }

    private DraftRow found(UUID id) {
        var row = services.draft(id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    /** Whether a room is among what was chosen. @throws ProblemException 404 for who or what isn't the clinic's */
    private boolean needsRoom(UUID serviceId, ServiceDraft draft) {
        var choices = choices(serviceId);
        var people =
                choices.practitioners().stream().map(WorkingPractitioner::id).collect(Collectors.toSet());
        var resources =
                choices.resources().stream().map(ClinicSetup.Resource::id).collect(Collectors.toSet());
        if (!people.containsAll(draft.practitioners()) || !resources.containsAll(draft.resources())) {
            throw ProblemException.notFound();
        }
        return choices.resources().stream()
                .anyMatch(one -> one.room() && draft.resources().contains(one.id()));
    }

    private static ServiceDraft toDraft(DraftRow row) {
        return new ServiceDraft(
                row.name(),
                row.description(),
                row.speciality(),
                row.mode(),
                row.durationMinutes(),
                row.priceMinor(),
                row.depositMinor(),
                row.beforeMinutes(),
                row.afterMinutes(),
                row.stepMinutes(),
                row.noticeMinutes(),
                row.horizonDays(),
                row.perDayLimit(),
                row.seats(),
                row.approvalRequired(),
                Set.of(row.practitioners()),
                Set.of(row.resources()));
    }
}
