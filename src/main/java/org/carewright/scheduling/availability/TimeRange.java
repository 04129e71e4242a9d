package org.carewright.scheduling.availability;

import java.time.Instant;

/** From a moment until, not including, another. */
public record TimeRange(Instant from, Instant to) {}
