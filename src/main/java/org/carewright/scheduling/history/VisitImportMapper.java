package org.carewright.scheduling.history;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface VisitImportMapper {

    void insertAll(UUID clinicId, List<Row> rows);

    record Row(UUID id, String reservationId, byte[] answers, PastVisit visit) {}
}
