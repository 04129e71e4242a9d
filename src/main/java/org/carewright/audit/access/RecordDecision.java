package org.carewright.audit.access;

import java.time.Instant;
import java.util.UUID;

/** Whether somebody may open a patient's record. */
public sealed interface RecordDecision {

    /** By their role, or because they treat the patient. */
    record Open() implements RecordDecision {}

    /** Only because they said that there is an emergency, until {@code endsAt}; what they read is marked. */
    record Emergency(UUID grantId, Instant endsAt) implements RecordDecision {}

    /** Not, unless there is an emergency. */
    record Closed(Cause cause) implements RecordDecision {}

    /** Why a record is closed. */
    enum Cause {
        /** The record is restricted. */
        RESTRICTED,
        /** A practitioner who has nothing to do with the patient. */
        NO_RELATION
    }
}
