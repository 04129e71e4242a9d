package org.carewright.audit.access;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.carewright.audit.AuditLog;
import org.carewright.audit.EmergencyGrant;
import org.carewright.audit.access.RecordDecision.Cause;
import org.carewright.audit.access.RecordDecision.Closed;
import org.carewright.audit.access.RecordDecision.Emergency;
import org.carewright.audit.access.RecordDecision.Open;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may open which patient's record in the clinic in scope (HIP-5). Managers and privacy officers may open each;
 * a practitioner those of patients they treat; the other roles all that are not restricted; a restricted one is open to
 * the patient's practitioners only. All of them may break the glass: see {@link EmergencyAccess}.
 */
@Service
public class RecordAccess {

    private static final Set<Role> EVERYTHING = Set.of(Role.MANAGER, Role.PRIVACY_OFFICER);

    private final AccessMapper access;
    private final List<CareRelation> relations;
    private final AuditLog log;
    private final Clock clock;

    RecordAccess(AccessMapper access, List<CareRelation> relations, AuditLog log, Clock clock) {
        this.access = access;
        this.relations = relations;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the person may open the record now; an emergency access that is over counts no more. */
    @Transactional(readOnly = true)
    public RecordDecision decide(StaffPrincipal person, UUID patientId) {
        if (person.roles().stream().anyMatch(EVERYTHING::contains)) {
            return new Open();
        }
        var restricted = access.isRestricted(patientId);
        var practitioner = person.has(Role.PRACTITIONER);
        var treats =
                practitioner && relations.stream().anyMatch(relation -> relation.treats(person.accountId(), patientId));
        if (treats || !restricted && !onlyPractitioner(person)) {
            return new Open();
        }
        var emergency = access.activeAccess(patientId, person.accountId(), clock.instant());
        if (emergency != null) {
            return new Emergency(emergency.id(), emergency.endsAt());
        }
        return new Closed(restricted ? Cause.RESTRICTED : Cause.NO_RELATION);
    }

    /**
     * Reads a part of a record for a person, and records that it was read; in an emergency marked as such, with all that
     * is recorded meanwhile.
     *
     * @param what the part, a code, e.g. {@code timeline}
     * @throws ProblemException {@code record_closed} when the person may not; that is recorded too
     */
    @Transactional(noRollbackFor = ProblemException.class)
    public <T> T read(StaffPrincipal person, UUID patientId, String what, Supplier<T> part) {
        var decision = decide(person, patientId);
        if (decision instanceof Closed) {
            log.record(AuditLog.READ, what, patientId, patientId, AuditLog.REFUSED, null);
            throw new ProblemException(HttpStatus.FORBIDDEN, "record_closed");
        }
        if (decision instanceof Emergency emergency) {
            var result = new AtomicReference<T>();
            EmergencyGrant.run(emergency.grantId(), () -> result.set(logged(patientId, what, part)));
            return result.get();
        }
        return logged(patientId, what, part);
    }

    /** Restricts a record, or lifts that. Who may do so is the role matrix's matter. */
    @Transactional
    public void restrict(StaffPrincipal person, UUID patientId, boolean restricted, String reason) {
        var changed = restricted
                ? access.insertRestriction(person.clinicId(), patientId, person.accountId(), clock.instant())
                : access.deleteRestriction(patientId);
        if (changed > 0) {
            var action = restricted ? "patient.restricted" : "patient.restriction-lifted";
            log.record(action, "patient", patientId, patientId, AuditLog.SUCCESS, reason);
        }
    }

    @Transactional(readOnly = true)
    public boolean isRestricted(UUID patientId) {
        return access.isRestricted(patientId);
    }

    private <T> T logged(UUID patientId, String what, Supplier<T> part) {
        log.read(patientId, what);
        return part.get();
    }

    private static boolean onlyPractitioner(StaffPrincipal person) {
        return person.roles().equals(Set.of(Role.PRACTITIONER));
    }
}
