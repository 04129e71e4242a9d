package org.carewright.audit.engine;

import java.util.Optional;
import java.util.UUID;

/** Tells whom instances of one process are about; implemented by the module that owns the process. */
public interface PatientOfProcess {

    /** The process's id in its model. */
    String processId();

    /** The patient of the row that an instance of the clinic in scope is about; empty when there is none (yet). */
    Optional<UUID> patientOf(UUID rowId);
}
