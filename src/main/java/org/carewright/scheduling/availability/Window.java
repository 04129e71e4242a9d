package org.carewright.scheduling.availability;

import java.util.UUID;

/** Hours at a location, wall clock of the location's zone. */
public record Window(UUID locationId, WallClockRange time) {}
