package org.carewright.clinics;

import java.util.UUID;

/** A clinic that was just created, with its main location. */
public record OpenedClinic(UUID clinicId, UUID mainLocationId) {}
