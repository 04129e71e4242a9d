package org.carewright.billing.app;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.InClinic;
import org.carewright.identity.PortalPrincipal;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may see what of a patient's money, and that it is recorded: staff what they may open at the desk, a key no
 * restricted record, a patient or family member what they have full access to at the portal.
 */
@Component
public class MoneyAccess {

    private final RecordAccess records;
    private final PatientAccess portal;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    MoneyAccess(RecordAccess records, PatientAccess portal, AuditLog audit, PlatformTransactionManager transactions) {
        this.records = records;
        this.portal = portal;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reads something about a patient's money for who asks, in a transaction of its own: that somebody was refused is
     * kept. Called outside of one.
     *
     * @param what a code, e.g. {@code invoice}
     * @throws ProblemException 403 {@code record_closed}, {@code access_too_low}; 404 for who has no access at the portal
     */
    public <T> T read(InClinic reader, UUID patientId, String what, Supplier<T> part) {
        if (reader instanceof StaffPrincipal person) {
            return records.read(person, patientId, what, part);
        }
        if (reader instanceof PortalPrincipal person) {
            portal.require(person.accountId(), patientId, AccessLevel.FULL);
        } else if (records.isRestricted(patientId)) {
            transaction.executeWithoutResult(
                    status -> audit.record(AuditLog.READ, what, patientId, patientId, AuditLog.REFUSED, null));
            throw new ProblemException(HttpStatus.FORBIDDEN, "record_closed");
        }
        return transaction.execute(status -> {
            audit.read(patientId, what);
            return part.get();
        });
    }

    /** Reads of many patients, recorded as one deed. @param action e.g. {@code invoices.listed} */
    <T> T list(String action, String what, Supplier<T> part) {
        return transaction.execute(status -> {
            audit.record(action, what, null, null);
            return part.get();
        });
    }

    /** The patients whose money a portal account may see. */
    public Set<UUID> patientsOf(PortalPrincipal person) {
        return portal.patientsOf(person.accountId()).stream()
                .filter(grant -> grant.level().includes(AccessLevel.FULL))
                .map(Grant::patientId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is a patient or family member, who see no drafts. */
    public static boolean isPortal(InClinic reader) {
        return reader instanceof PortalPrincipal;
    }

    /** Account or key that asks. */
    static UUID idOf(InClinic reader) {
        return UUID.fromString(((Principal) reader).getName());
    }
}
