package org.carewright.patients.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One merge of two records.
 *
 * @param undoneAt null while it holds
 */
public record PatientMerge(UUID id, UUID keptId, UUID goneId, UUID mergedBy, Instant mergedAt, Instant undoneAt) {

    /** How long a merge can be undone (issue "People" §2). */
    public static final Duration UNDO = Duration.ofDays(30);

    /** When undoing it is no longer possible. */
    public Instant undoUntil() {
        return mergedAt.plus(UNDO);
    }

    /** Whether it still holds and can be undone. */
    public boolean undoable(Instant now) {
        return undoneAt == null && now.isBefore(undoUntil());
    }
}
