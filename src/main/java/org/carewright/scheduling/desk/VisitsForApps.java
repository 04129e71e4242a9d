package org.carewright.scheduling.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clinic's visits for apps and keys; that they were read is recorded, with who or which key read them (HIP-1). */
@Service
public class VisitsForApps {

    private static final String VISIT = "appointment";

    private final DeskService desk;
    private final AuditLog audit;

    VisitsForApps(DeskService desk, AuditLog audit) {
        this.desk = desk;
        this.audit = audit;
    }

    /** As {@link DeskService#visits}; one row of the log for the list, which names nobody. */
    @Transactional
    public List<DeskEntry> list(LocalDate from, LocalDate to, UUID practitionerId) {
        audit.record("appointment.listed", VISIT, null, null, AuditLog.SUCCESS, from + " - " + to);
        return desk.visits(from, to, practitionerId);
    }

    /** @throws org.carewright.shared.problem.ProblemException 404 */
    @Transactional
    public DeskEntry find(UUID id) {
        var visit = desk.entry(id);
        audit.record("appointment.read", VISIT, id, visit.patientId());
        return visit;
    }
}
