package org.carewright.patients.app;

import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.InClinic;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.search.FoundPatient;
import org.carewright.patients.search.PatientQuery;
import org.carewright.patients.search.PatientSearch;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The patients of the clinic in scope for staff's apps and for the clinic's software; every read is recorded with who or
 * which key read (HIP-1). Staff open what they may open at the desk; a key, which treats nobody, no restricted record.
 */
@Service
public class PatientsForApps {

    private static final String RESOURCE = "patient";

    private final PatientRecords records;
    private final PatientSearch search;
    private final RecordAccess access;
    private final AuditLog audit;

    PatientsForApps(PatientRecords records, PatientSearch search, RecordAccess access, AuditLog audit) {
        this.records = records;
        this.search = search;
        this.access = access;
        this.audit = audit;
    }

    /**
     * All patients by family name; two statements however many there are.
     *
     * @param after id of the last one of the page before; null, or of nobody, for the first page
     */
    @Transactional
    public List<FoundPatient> list(UUID after, int limit) {
        audit.record("patients.listed", RESOURCE, null, null);
        return search.allAfter(after, limit);
    }

    /** Those the query asks for, by family name. What was asked for isn't recorded: it holds names. */
    @Transactional
    public List<FoundPatient> find(PatientQuery query, int limit) {
        audit.record("patients.searched", RESOURCE, null, null);
        return search.find(query, limit);
    }

    /**
     * One record.
     *
     * @param part what of it is told, a code: {@code record} or {@code health}
     * @throws ProblemException 404, 403 {@code record_closed}; that is recorded too
     */
    @Transactional(noRollbackFor = ProblemException.class)
    public PatientRecord read(InClinic reader, UUID id, String part) {
        // First: a foreign id gets the same answer as an unknown one.
        var found = records.get(id);
        if (reader instanceof StaffPrincipal person) {
            return access.read(person, id, part, () -> found);
        }
        if (access.isRestricted(id)) {
            audit.record(AuditLog.READ, part, id, id, AuditLog.REFUSED, null);
            throw new ProblemException(HttpStatus.FORBIDDEN, "record_closed");
        }
        audit.read(id, part);
        return found;
    }
}
