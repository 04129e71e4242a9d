package org.carewright.billing.included;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit that a plan paid for.
 *
 * @param startsAt when the visit began
 * @param usedAt when it was counted
 */
public record IncludedVisit(UUID appointmentId, Instant startsAt, Instant usedAt) {}
