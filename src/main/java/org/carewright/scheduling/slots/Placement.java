package org.carewright.scheduling.slots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who and what a visit takes, and when.
 *
 * @param roomId the room, or null when the service needs none
 * @param resourceIds everything besides the practitioner: the room, if any, and the equipment
 * @param blockedFrom start less the buffer before
 * @param blockedTo end plus the buffer after, exclusive
 */
public record Placement(
        UUID practitionerId,
        UUID locationId,
        UUID roomId,
        List<UUID> resourceIds,
        Instant start,
        Instant end,
        Instant blockedFrom,
        Instant blockedTo) {}
