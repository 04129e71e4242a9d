package org.carewright.clinics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far clinics have come: prepared by the operator, live, given up (PLT-4). */
@Service
public class ClinicStages {

    private final ClinicStageMapper stages;
    private final ClinicScope scope;

    ClinicStages(ClinicStageMapper stages, ClinicScope scope) {
        this.stages = stages;
        this.scope = scope;
    }

    /**
     * A clinic in the operator's list.
     *
     * @param liveAt null before the public may book
     * @param active false when it was given up
     */
    public record Listed(
            UUID clinicId, String slug, String name, String kind, Instant createdAt, Instant liveAt, boolean active) {

        public boolean isLive() {
            return active && liveAt != null;
        }
    }

    /** A place in the operator's list. */
    public record Place(Instant createdAt, UUID clinicId) {}

    /** Clinics in any stage, the newest first; needs no scope. @param after null for the beginning */
    @Transactional(readOnly = true)
    public List<Listed> page(Place after, int limit) {
        return after == null ? stages.page(null, null, limit) : stages.page(after.createdAt(), after.clinicId(), limit);
    }

    /** A clinic in any stage; needs no scope. */
    @Transactional(readOnly = true)
    public Optional<Listed> find(UUID clinicId) {
        return scope.call(clinicId, stages::current);
    }

    /** Opens the clinic in scope to the public. @return false when it has been live already, or was given up */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean goLive(Instant at) {
        return stages.goLive(at) == 1;
    }

    /** Ends a clinic that never went live. @return false when it is live, or was given up before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveUp() {
        return stages.giveUp() == 1;
    }
}
