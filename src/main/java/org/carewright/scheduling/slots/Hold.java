package org.carewright.scheduling.slots;

import java.time.Instant;
import java.util.UUID;

/** A start kept free for someone who is filling in the form; from {@code expiresAt} on it is free again. */
public record Hold(UUID id, UUID practitionerId, Instant start, Instant expiresAt) {}
