package org.carewright.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a verification of one log found.
 *
 * @param rows sealed rows that were compared
 * @param unsealed rows no checkpoint covers yet: what happens to them meanwhile can't be seen
 * @param oldestUnsealed null when there are none
 * @param findings empty when all is as it was sealed; at most {@link AuditVerifier#MOST_FINDINGS}
 */
public record Verification(
        UUID log, int checkpoints, long rows, long unsealed, Instant oldestUnsealed, List<Finding> findings) {

    public boolean intact() {
        return findings.isEmpty();
    }
}
