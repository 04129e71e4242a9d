package org.carewright.scheduling.availability;

import java.time.Instant;
import java.util.UUID;

/** A start that is offered; {@code end} is the visit's end, without the buffer after it. */
public record Offer(Instant start, Instant end, UUID practitionerId, UUID locationId) {}
