package org.carewright.messaging.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MessageTimelineMapper {

    List<MessageRow> before(UUID patientId, Instant before, int limit);

    record MessageRow(UUID id, Instant createdAt, String channel, String template, String status) {}
}
