package org.carewright.onboarding.clinic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clinic's opening.
 *
 * @param managerName who shall lead the clinic
 * @param inviteId the invite that counts, null before the first was sent
 * @param createdBy the operator's account
 * @param checkedAt when the decision table was last asked by the process, null before
 * @param missing the codes of what it found missing then
 * @param givenUpAt null unless it was given up
 */
public record ClinicOpening(
        UUID clinicId,
        String managerName,
        String managerEmail,
        UUID inviteId,
        String processInstanceId,
        UUID createdBy,
        Instant createdAt,
        Instant checkedAt,
        List<String> missing,
        Instant givenUpAt) {}
