package org.carewright.documents.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ConsentTimelineMapper {

    List<ConsentMoment> before(UUID patientId, Instant before, int limit);

    record ConsentMoment(UUID id, Instant at, boolean withdrawn, String title) {}
}
