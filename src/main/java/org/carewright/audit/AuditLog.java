package org.carewright.audit;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.key.ApiKeyPrincipal;
import org.carewright.shared.logging.LogFields;
import org.carewright.shared.tenant.ClinicScope;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes what was done in the transaction that does it: both are kept or neither (HIP-1). Who acted, from where and in
 * the course of what is found out here: who is signed in or with which key software came, else the public when there is a request, else a process.
 */
@Service
public class AuditLog {

    /** The log of what concerns no clinic: operators, sign-ins of nobody known. */
    public static final UUID PLATFORM = new UUID(0, 0);

    public static final String SUCCESS = "success";
    public static final String REFUSED = "refused";
    public static final String FAILURE = "failure";

    /** The action of {@link #read}. */
    public static final String READ = "patient.read";

    private static final String PUBLIC = "public";
    private static final String PROCESS = "process";
    private static final String API_KEY = "api_key";
    static final String PORTAL = "portal";

    private final AuditMapper events;
    private final ClinicScope clinic;
    private final Clock clock;

    AuditLog(AuditMapper events, ClinicScope clinic, Clock clock) {
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Records that something was done, in the clinic in scope.
     *
     * @param action object and verb, e.g. {@code appointment.cancelled}
     * @param patientId whom it concerns, null for nobody
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String resourceType, UUID resourceId, UUID patientId) {
        record(action, resourceType, resourceId, patientId, SUCCESS, null);
    }

    /** Like {@link #record(String, String, UUID, UUID)}, with outcome and staff's own words about their deed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action, String resourceType, UUID resourceId, UUID patientId, String outcome, String reason) {
        var actor = acting();
        record(new AuditEntry(actor.id(), actor.role(), action, resourceType, resourceId, patientId, outcome, reason));
    }

    /** Records that a patient's record was read. @param what the part that was shown, e.g. {@code timeline} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(UUID patientId, String what) {
        record(READ, what, patientId, patientId, SUCCESS, null);
    }

    /** Records one action in the clinic in scope. Ids and codes only; a reason is staff's own words about their deed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        events.insert(
                clinic.required(),
                UUID.randomUUID(),
                clock.instant(),
                entry,
                address(),
                MDC.get(LogFields.CORRELATION),
                EmergencyGrant.current());
    }

    /** The account that acts now: of who is signed in; empty for the public, for software and for processes. */
    public Optional<UUID> actor() {
        return signedIn().map(AccountPrincipal::accountId);
    }

    /** The most powerful role of who is signed in at the desk; empty for everyone else. */
    public Optional<String> actorRole() {
        return principal() instanceof StaffPrincipal staff
                ? Optional.of(staff.leadingRole().code())
                : Optional.empty();
    }

    /** Who is signed in, empty for the public and for processes. */
    static Optional<AccountPrincipal> signedIn() {
        return Optional.ofNullable(account());
    }

    private static AccountPrincipal account() {
        return principal() instanceof AccountPrincipal account ? account : null;
    }

    private static Object principal() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? null : signedIn.getPrincipal();
    }

    private record Actor(UUID id, String role) {}

    private static Actor acting() {
        var principal = principal();
        if (principal instanceof StaffPrincipal staff) {
            return new Actor(staff.accountId(), staff.leadingRole().code());
        }
        if (principal instanceof AccountPrincipal account) {
            return new Actor(account.accountId(), PORTAL);
        }
        if (principal instanceof ApiKeyPrincipal key) {
            return new Actor(key.keyId(), API_KEY);
        }
        return new Actor(null, address() == null ? PROCESS : PUBLIC);
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : null;
    }
}
