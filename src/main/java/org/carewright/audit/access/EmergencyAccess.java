package org.carewright.audit.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.audit.access.AccessMapper.NewAccess;
import org.carewright.audit.access.AccessMapper.Review;
import org.carewright.audit.access.RecordDecision.Closed;
import org.carewright.audit.access.RecordDecision.Emergency;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a record in an emergency to somebody to whom it is closed, for a short time, for a reason (break-glass, HIP-5). */
@Service
public class EmergencyAccess {

    private static final String RESOURCE = "emergency_access";

    private final AccessMapper access;
    private final RecordAccess records;
    private final EmergencySettings settings;
    private final Sealing sealing;
    private final AuditLog log;
    private final ClinicScope clinic;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmergencyAccess(
            AccessMapper access,
            RecordAccess records,
            EmergencySettings settings,
            Sealing sealing,
            AuditLog log,
            ClinicScope clinic,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.records = records;
        this.settings = settings;
        this.sealing = sealing;
        this.log = log;
        this.clinic = clinic;
        this.events = events;
        this.clock = clock;
    }

    /** For how many minutes a record is opened. */
    public long minutes() {
        return settings.duration().toMinutes();
    }

    /**
     * Opens the record, and has the privacy officer told. Asked twice, the first time counts.
     *
     * @param patientId a patient of the clinic in scope
     * @param reason why, in the person's own words; kept sealed
     * @throws ProblemException {@code record_open} when the record is open to the person anyway
     */
    @Transactional
    public Emergency open(StaffPrincipal person, UUID patientId, String reason) {
        access.lockPatient(patientId);
        var decision = records.decide(person, patientId);
        if (decision instanceof Emergency running) {
            return running;
        }
        if (!(decision instanceof Closed)) {
            throw new ProblemException(HttpStatus.CONFLICT, "record_open");
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        var endsAt = now.plus(settings.duration());
        access.insertAccess(
                clinic.required(),
                new NewAccess(id, patientId, person.accountId(), seal("reason", id, reason), now, endsAt));
        log.record("emergency-access.opened", RESOURCE, id, patientId);
        events.publishEvent(new EmergencyAccessOpened(id, patientId, person.displayName(), reason));
        return new Emergency(id, endsAt);
    }

    /** Whose record was opened; empty when the clinic in scope has no such access. */
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(UUID accessId) {
        return Optional.ofNullable(access.patientOf(accessId));
    }

    /** Who opened it; empty when the clinic in scope has no such access. */
    @Transactional(readOnly = true)
    public Optional<UUID> openedBy(UUID accessId) {
        return Optional.ofNullable(access.openedBy(accessId));
    }

    /**
     * Keeps what the reviewer found. Access found not justified ends at once. Repeats harmlessly.
     *
     * @param note may be empty; kept sealed
     * @throws ProblemException {@code own_access} when it is the reviewer's own: nobody judges themselves
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(UUID accessId, EmergencyVerdict verdict, String note) {
        var reviewer = reviewer();
        if (reviewer != null && reviewer.equals(access.openedBy(accessId))) {
            throw new ProblemException(HttpStatus.CONFLICT, "own_access");
        }
        var now = clock.instant();
        var review = new Review(accessId, reviewer, now, verdict.code(), seal("review-note", accessId, note));
        if (access.review(review) == 1) {
            var patientId = access.patientOf(accessId);
            log.record("emergency-access.reviewed", RESOURCE, accessId, patientId, AuditLog.SUCCESS, verdict.code());
        }
    }

    private static UUID reviewer() {
        var signedIn = org.springframework.security.core.context.SecurityContextHolder.getContext()
                .getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof StaffPrincipal staff ? staff.accountId() : null;
    }

    private byte[] seal(String what, UUID id, String text) {
        return sealing.seal(
                clinic.required(), "emergency-access." + what + ":" + id, text.getBytes(StandardCharsets.UTF_8));
    }
}
