package org.carewright.audit.access;

import java.util.UUID;

/** Knows who treats whom; told by the modules that know visits. One that says so is enough. */
public interface CareRelation {

    /** Whether the account is that of a practitioner who treats the patient, or has or will, in the clinic in scope. */
    boolean treats(UUID accountId, UUID patientId);
}
