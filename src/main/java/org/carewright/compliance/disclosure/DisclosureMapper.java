package org.carewright.compliance.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DisclosureMapper {

    void insert(UUID clinicId, Row row, Instant recordedAt);

    /** Newest first. */
    List<Row> since(Collection<UUID> patientIds, LocalDate first);

    /** The texts are sealed. */
    record Row(
            UUID id,
            UUID patientId,
            LocalDate disclosedOn,
            byte[] recipient,
            byte[] recipientAddress,
            byte[] description,
            byte[] purpose,
            UUID recordedBy) {}
}
