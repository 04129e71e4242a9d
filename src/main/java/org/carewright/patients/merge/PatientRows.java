package org.carewright.patients.merge;

import java.util.List;
import java.util.UUID;

/** Rows of one table that belong to a patient and go with them when two records merge; the clinic is the one in scope. */
public interface PatientRows {

    /** Where they are, unique and never changed: undoing a merge goes by it. */
    String place();

    /** Gives the rows of one patient to another. @return the ids of those given */
    List<UUID> move(UUID from, UUID to);

    /** Gives those rows back, as far as they are still {@code from}'s. */
    void moveBack(List<UUID> ids, UUID from, UUID to);
}
