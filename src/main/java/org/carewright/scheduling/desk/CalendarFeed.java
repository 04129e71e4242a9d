package org.carewright.scheduling.desk;

import java.time.Instant;
import java.util.UUID;

/** A calendar address that was given out for a practitioner; the address itself is shown once and not kept. */
public record CalendarFeed(UUID id, UUID practitionerId, Instant createdAt) {}
