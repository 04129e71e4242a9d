package org.carewright.scheduling.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SchedulingSetupMapper {

    void insertRoom(UUID clinicId, UUID id, UUID locationId, String name);

    void insertPractitioner(UUID clinicId, UUID id, NewPractitioner practitioner);

    void insertHours(
            UUID clinicId, UUID id, UUID practitionerId, UUID locationId, int weekday, NewPractitioner.Window window);

    void insertPause(UUID clinicId, UUID id, UUID practitionerId, int weekday, NewPractitioner.Window window);

    void insertService(UUID clinicId, UUID id, NewService service);

    /** @return 0 when it is another version by now, or isn't there */
    int updateService(UUID id, int version, NewService service);

    void deleteProviders(UUID serviceId);

    void deleteServiceResources(UUID serviceId);

    void insertProvider(UUID clinicId, UUID practitionerId, UUID serviceId);

    void insertServiceResource(UUID clinicId, UUID serviceId, UUID resourceId);

    void insertTimeOff(UUID clinicId, UUID id, UUID practitionerId, Instant from, Instant to, String note);

    void insertClosure(UUID clinicId, UUID id, LocalDate firstDay, LocalDate lastDay, String name);
}
