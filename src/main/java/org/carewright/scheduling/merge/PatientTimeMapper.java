package org.carewright.scheduling.merge;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PatientTimeMapper {

    List<UUID> moveFree(UUID from, UUID to);

    List<UUID> moveOverlapping(UUID from, UUID to);

    void moveBack(UUID[] ids, UUID from, UUID to);

    void moveOverlappingBack(UUID[] ids, UUID from, UUID to);
}
