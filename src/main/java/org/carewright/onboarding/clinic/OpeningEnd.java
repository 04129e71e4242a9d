package org.carewright.onboarding.clinic;

import java.time.Clock;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicStages;
import org.carewright.onboarding.clinic.ClinicOpeningMapper.OpeningRow;
import org.carewright.shared.process.Decisions;
import org.carewright.shared.process.EvaluatedDecision;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How an opening ends: checked, live, or given up; in the scope of its clinic, called by its process. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OpeningEnd {

    private static final String CLINIC = "clinic";

    private final ClinicStages stages;
    private final ClinicOpeningMapper openings;
    private final ManagerInvites invites;
    private final GoLiveCheck check;
    private final Decisions decisions;
    private final AuditLog audit;
    private final ClinicScope scope;
    private final Clock clock;

    OpeningEnd(
            ClinicStages stages,
            ClinicOpeningMapper openings,
            ManagerInvites invites,
            GoLiveCheck check,
            Decisions decisions,
            AuditLog audit,
            ClinicScope scope,
            Clock clock) {
        this.stages = stages;
        this.openings = openings;
        this.invites = invites;
        this.check = check;
        this.decisions = decisions;
        this.audit = audit;
        this.scope = scope;
        this.clock = clock;
    }

    /** Keeps what the table just decided, with its version. @return whether the clinic may go live */
    public boolean recordCheck() {
        EvaluatedDecision decided = decisions.justEvaluated(GoLiveCheck.DECISION);
        var missing = GoLiveCheck.missing(decided).stream()
                .map(GoLiveCheck.Missing::code)
                .toArray(String[]::new);
        openings.setCheck(clock.instant(), decided.version(), missing);
        return missing.length == 0;
    }

    /** Opens the clinic to the public. @return false when something has gone missing since the check */
    public boolean goLive() {
        if (!check.missing().isEmpty()) {
            return false;
        }
        if (stages.goLive(clock.instant())) {
            audit.record("clinic.went-live", CLINIC, scope.required(), null);
        }
        return true;
    }

    /** Closes the clinic for good: its manager's invite ends, and nobody is let in by its address. */
    public void giveUp() {
        if (stages.giveUp()) {
            openings.lock().map(OpeningRow::inviteId).ifPresent(invites::withdraw);
            openings.setGivenUp(clock.instant());
            audit.record("clinic.given-up", CLINIC, scope.required(), null);
        }
    }
}
