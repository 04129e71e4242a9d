package org.carewright.patients.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RecordMapper {

    RecordRow byId(UUID id);

    List<RecordRow> byIds(Collection<UUID> ids);

    void insert(UUID clinicId, UUID id, RecordRow row, ContactIndex index, Instant createdAt);

    void insertAll(UUID clinicId, Collection<NewRecord> rows, Instant createdAt);

    /** @return 0 when that version is no longer the record's, or there is none */
    int update(UUID id, int version, RecordRow row, ContactIndex index, Instant updatedAt);

    int setStatus(UUID id, String status, Instant updatedAt);

    boolean exists(UUID id);

    /** A row with what it is found by. */
    record NewRecord(RecordRow row, ContactIndex index) {}

    /** Blind index tokens (design §7). */
    record ContactIndex(String name, String email, String phone) {}
}
