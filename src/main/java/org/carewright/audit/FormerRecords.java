package org.carewright.audit;

import java.util.List;
import java.util.UUID;

/**
 * Tells which records were merged into one; implemented by the module that merges. What the log says of a merged record
 * stays written under its own id, and belongs to the same person's access report (HIP-3).
 */
public interface FormerRecords {

    /** Ids of the records that were merged into the patient's, in the clinic in scope; empty for an unknown id. */
    List<UUID> mergedInto(UUID patientId);
}
