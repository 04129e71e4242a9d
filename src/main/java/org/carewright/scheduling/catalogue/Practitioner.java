package org.carewright.scheduling.catalogue;

import java.util.Set;
import java.util.UUID;

/**
 * Someone who sees patients.
 *
 * @param title professional title, may be empty
 * @param accountId the account the practitioner signs in with, or null when there is none
 * @param serviceIds the active services the practitioner may be booked for
 */
public record Practitioner(UUID id, String name, String title, UUID accountId, Set<UUID> serviceIds) {}
