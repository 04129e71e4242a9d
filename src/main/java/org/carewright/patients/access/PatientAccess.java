package org.carewright.patients.access;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.access.Grant.State;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may open which patient's record at the portal, in the clinic in scope (IAM-1). */
@Service
public class PatientAccess {

    private static final String RESOURCE = "portal-access";

    private final PortalAccessMapper grants;
    private final AuditLog audit;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final Clock clock;

    PatientAccess(PortalAccessMapper grants, AuditLog audit, ClinicService clinics, ClinicScope clinic, Clock clock) {
        this.grants = grants;
        this.audit = audit;
        this.clinics = clinics;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** What the account may open now. */
    @Transactional(readOnly = true)
    public List<Grant> patientsOf(UUID accountId) {
        return grants.ofAccount(accountId).stream()
                .filter(grant -> state(grant) == State.ACTIVE)
                .toList();
    }

    /**
     * The account's access to the patient.
     *
     * @throws ProblemException 404 for a patient the account may not see at all, {@code access_too_low} (403) when the
     *     level is lower than wanted
     */
    @Transactional(readOnly = true)
    public Grant require(UUID accountId, UUID patientId, AccessLevel wanted) {
        var grant = patientsOf(accountId).stream()
                .filter(each -> each.patientId().equals(patientId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        if (!grant.level().includes(wanted)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "access_too_low");
        }
        return grant;
    }

    /** All access ever given to the patient's record, newest first. */
    @Transactional(readOnly = true)
    public List<Grant> of(UUID patientId) {
        return grants.ofPatient(patientId);
    }

    /** One access, however it stands. @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Grant get(UUID id) {
        return grants.find(id).orElseThrow(ProblemException::notFound);
    }

    /** Where a grant stands now. */
    public State state(Grant grant) {
        return grant.state(clock.instant(), clinics.current().timeZone());
    }

    /**
     * Gives access.
     *
     * @throws ProblemException 404 when account or patient aren't of this clinic, {@code access_exists} (409) when the
     *     account has access that isn't revoked
     */
    @Transactional
    public UUID grant(NewGrant wanted) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        try {
            grants.insert(
                    clinic.required(),
                    id,
                    wanted,
                    wanted.level().code(),
                    wanted.relation().code(),
                    wanted.startsAt() == null ? now : wanted.startsAt(),
                    wanted.agreed() ? now : null,
                    now);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(HttpStatus.CONFLICT, "access_exists");
        } catch (DataIntegrityViolationException e) {
            throw ProblemException.notFound();
        }
        audit.record("portal-access.granted", RESOURCE, id, wanted.patientId());
        return id;
    }

    /** Takes access away at once. @throws ProblemException 404 when the patient has no such access open */
    @Transactional
    public void revoke(UUID patientId, UUID id) {
        if (grants.revoke(patientId, id, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record("portal-access.revoked", RESOURCE, id, patientId);
    }

    /** Notes that the patient, of age, agrees. @throws ProblemException 404 when the patient has no such access open */
    @Transactional
    public void agree(UUID patientId, UUID id) {
        if (grants.agree(patientId, id, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record("portal-access.agreed", RESOURCE, id, patientId);
    }
}
