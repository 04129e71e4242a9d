package org.carewright.clinics;

import java.time.ZoneId;
import java.util.UUID;

/** Where a clinic sees patients; hours there are wall-clock time of its {@code timeZone}. */
public record ClinicLocation(UUID id, String name, String address, ZoneId timeZone) {}
