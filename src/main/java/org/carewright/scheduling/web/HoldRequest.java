package org.carewright.scheduling.web;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;
import java.util.UUID;

/** @param practitionerId or null for any who is free */
record HoldRequest(@NotNull UUID serviceId, UUID practitionerId, @NotNull OffsetDateTime start) {}
