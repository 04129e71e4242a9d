package org.carewright.documents.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * What patients are asked to agree to.
 *
 * @param name for staff, unique among those in use
 * @param required asked of every patient
 * @param versionId the current version; null before the first one is published
 * @param number of the current version, 0 before the first
 * @param signatures how many hold, of all versions
 */
public record ConsentDefinition(
        UUID id, String name, boolean required, UUID versionId, int number, Instant publishedAt, int signatures) {}
