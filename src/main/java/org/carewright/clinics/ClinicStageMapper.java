package org.carewright.clinics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.clinics.ClinicStages.Listed;

@Mapper
interface ClinicStageMapper {

    List<Listed> page(Instant before, UUID beforeId, int limit);

    Optional<Listed> current();

    int goLive(Instant at);

    int giveUp();
}
