package org.carewright.scheduling.slots;

import java.time.Instant;
import java.util.UUID;

/** A start that is offered: the visit lasts from {@code start} to {@code end} (exclusive), buffers not included. */
public record Slot(Instant start, Instant end, UUID practitionerId) {}
