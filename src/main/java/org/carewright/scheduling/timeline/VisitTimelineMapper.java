package org.carewright.scheduling.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface VisitTimelineMapper {

    List<VisitRow> before(UUID patientId, Instant before, int limit);

    record VisitRow(UUID id, Instant startsAt, String status, String service, String practitioner) {}
}
