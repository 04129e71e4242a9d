package org.carewright.scheduling.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** What the desk's pages list: one statement a page, names included. */
@Mapper
interface DeskMapper {

    List<DeskRow> visitsBetween(Instant from, Instant to, UUID practitionerId);

    List<DeskRow> requests();

    DeskRow visit(UUID id);

    SealedParts sealedParts(UUID id);

    record DeskRow(
            UUID id,
            String reservationId,
            Instant startsAt,
            Instant endsAt,
            String status,
            UUID patientId,
            String serviceName,
            UUID practitionerId,
            String practitionerName,
            String roomName,
            boolean overbooked,
            Instant checkedInAt,
            Instant startedAt,
            String processInstanceId) {}

    record SealedParts(
            byte[] answers,
            byte[] visitNote,
            String visitOutcome,
            long priceMinor,
            String currency,
            Long feeMinor,
            String feeDecision,
            long depositMinor,
            Instant depositDueAt) {}
}
