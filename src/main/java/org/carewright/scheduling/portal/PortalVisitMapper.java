package org.carewright.scheduling.portal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PortalVisitMapper {

    /** Soonest first. @param end visits that end later */
    List<PortalVisitRow> ahead(Collection<UUID> patientIds, Instant end, int limit);

    /** Latest first. @param end visits that end then or earlier */
    List<PortalVisitRow> past(Collection<UUID> patientIds, Instant end, int limit);

    /** Each patient's next visit that stands. */
    List<PortalVisitRow> next(Collection<UUID> patientIds, Instant now);

    /** Null when there is none with that id. */
    PortalVisitRow find(UUID id);

    record PortalVisitRow(
            UUID id,
            UUID patientId,
            String reservationId,
            Instant startsAt,
            Instant endsAt,
            String status,
            String serviceName,
            String practitionerName,
            String locationAddress) {}
}
