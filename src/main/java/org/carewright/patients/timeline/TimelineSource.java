package org.carewright.patients.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A module that has something to tell on a patient's timeline; the clinic is the one in scope. */
public interface TimelineSource {

    /** Its entries before that moment (excluded), newest first, at most so many, in a constant number of statements. */
    List<TimelineEntry> entries(UUID patientId, Instant before, int limit);
}
