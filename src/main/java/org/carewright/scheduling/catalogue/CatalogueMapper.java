package org.carewright.scheduling.catalogue;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CatalogueMapper {

    List<ServiceRow> services();

    ServiceRow service(UUID id);

    /** Also one that isn't offered any more. */
    ServiceRow known(UUID id);

    /** Of all services, also those that aren't offered any more. */
    List<NameRow> names();

    List<PractitionerRow> practitioners();

    List<SkillRow> skills();

    record ServiceRow(
            UUID id,
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
            boolean needsRoom,
            String formId) {}

    record NameRow(UUID id, String name) {}

    record PractitionerRow(UUID id, String name, String title, UUID accountId) {}

    record SkillRow(UUID practitionerId, UUID serviceId) {}
}
