package org.carewright.scheduling.setup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ServiceSettingsMapper {

    /** Null when the clinic has none with that id. */
    DraftRow draft(UUID id);

    /** Those in use, and those of that service that aren't any more. @param serviceId null for a new one */
    List<ClinicSetup.Resource> resources(UUID serviceId);

    int nextPosition();

    /** Visits of the service that are booked and haven't begun. */
    int upcoming(UUID serviceId, Instant now);

    /** @return 0 when it is so already */
    int setActive(UUID id, boolean active);

    record DraftRow(
            String name,
            String description,
            String speciality,
            String mode,
            int durationMinutes,
            long priceMinor,
            long depositMinor,
            int beforeMinutes,
            int afterMinutes,
            int stepMinutes,
            int noticeMinutes,
            int horizonDays,
            Integer perDayLimit,
            int seats,
            boolean approvalRequired,
            UUID[] practitioners,
            UUID[] resources,
            boolean active,
            int version) {}
}
