package org.carewright.scheduling.setup;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SetupMapper {

    SetupFacts facts();

    List<ClinicSetup.Resource> rooms();

    List<PractitionerRow> practitioners();

    List<HoursRow> hours();

    List<HoursRow> pauses();

    /** @param archivedToo those last */
    List<ServiceRow> services(boolean archivedToo);

    int deactivatePractitioner(UUID id);

    int deactivateService(UUID id);

    int deactivateRoom(UUID id);

    record PractitionerRow(UUID id, String name, String title) {}

    record HoursRow(UUID practitionerId, int weekday, LocalTime opens, LocalTime closes) {}

    record ServiceRow(
            UUID id,
            String name,
            int durationMinutes,
            long priceMinor,
            long depositMinor,
            String[] practitioners,
            String[] rooms,
            boolean active) {}
}
