package org.carewright.billing.packages;

import java.time.Instant;
import java.util.UUID;

/**
 * A session of a package used for a visit.
 *
 * @param startsAt of the visit
 * @param returnedAt when it was given back, or null
 */
public record PackageUse(UUID appointmentId, Instant startsAt, Instant usedAt, Instant returnedAt) {}
