package org.carewright.scheduling.relation;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RelationMapper {

    boolean hasVisit(UUID accountId, UUID patientId);
}
