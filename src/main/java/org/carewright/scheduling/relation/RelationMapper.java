package org.carewright.scheduling.relation;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RelationMapper {

    UUID patientOf(UUID appointmentId);

    boolean hasVisit(UUID accountId, UUID patientId);
}
