package org.carewright.patients.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.patients.search.FoundPatient;

@Mapper
interface MergeMapper {

    /** Waits for whoever is about to add something to either record, and keeps others from it until the end. */
    List<UUID> lock(UUID one, UUID other);

    /** @return 0 when that version is no longer the record's */
    int close(UUID id, int version, UUID into, Instant now);

    int reopen(UUID id, String status, Instant now);

    void insert(UUID clinicId, MergeRow row);

    MergeRow byId(UUID id);

    List<PatientMerge> of(UUID keptId);

    int undo(UUID id, UUID by, Instant now);

    void insertRows(UUID clinicId, UUID mergeId, String place, UUID[] ids);

    List<UUID> rows(UUID mergeId, String place);

    List<UUID> move(String table, String column, UUID from, UUID to);

    void moveBack(String table, String column, UUID[] ids, UUID from, UUID to);

    /** Open access of accounts that have none to the other record yet. */
    List<UUID> moveAccess(UUID from, UUID to);

    UUID mergedInto(UUID id);

    List<FoundPatient> similar(UUID id, int limit);

    record MergeRow(
            UUID id,
            UUID keptId,
            UUID goneId,
            String[] taken,
            byte[] beforeSealed,
            String goneStatus,
            UUID mergedBy,
            Instant mergedAt,
            Instant undoneAt) {}
}
