package org.carewright.patients.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Access to be given.
 *
 * @param accountId a portal account whose home is the clinic in scope
 * @param startsAt null for now
 * @param endsAt null for no end
 * @param agreed the patient is of age and agrees
 */
public record NewGrant(
        UUID accountId,
        UUID patientId,
        AccessLevel level,
        Relation relation,
        Instant startsAt,
        Instant endsAt,
        boolean agreed) {}
