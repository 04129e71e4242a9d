package org.carewright.scheduling.catalogue;

import java.util.Set;
import java.util.UUID;

/**
 * A service that a clinic begins to offer (SCH-1).
 *
 * @param needsRoom whether a visit takes one of its rooms
 * @param position its place in lists
 */
public record NewService(ServiceDraft draft, boolean needsRoom, int position) {

    private static final int STEP_MINUTES = 15;

    /** One that begins every 15 minutes, as often as there is time. */
    public NewService(
            String name,
            String description,
            String speciality,
            String mode,
            int durationMinutes,
            long priceMinor,
            long depositMinor,
            int beforeMinutes,
            int afterMinutes,
            int noticeMinutes,
            int horizonDays,
            int seats,
            boolean approvalRequired,
            boolean needsRoom,
            Set<UUID> practitionerIds,
            Set<UUID> resourceIds,
            int position) {
        this(
                new ServiceDraft(
                        name,
                        description,
                        speciality,
                        mode,
                        durationMinutes,
                        priceMinor,
                        depositMinor,
                        beforeMinutes,
                        afterMinutes,
                        STEP_MINUTES,
                        noticeMinutes,
                        horizonDays,
                        null,
                        seats,
                        approvalRequired,
                        practitionerIds,
                        resourceIds),
                needsRoom,
                position);
    }
}
