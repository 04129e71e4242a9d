package org.carewright.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AppointmentMapper {

    void insert(UUID clinicId, AppointmentRow row, byte[] answers, byte[] manageTokenHash, UUID bookedBy);

    void setProcessInstance(UUID id, String processInstanceId);

    AppointmentRow byId(UUID id);

    AppointmentRow lock(UUID id);

    String statusToKeep(UUID id);

    List<AppointmentRow> startingBetween(Instant from, Instant to, UUID practitionerId);

    int move(UUID id, UUID practitionerId, UUID locationId, UUID roomId, Instant startsAt, Instant endsAt);

    int setStatus(
            UUID id, String status, List<String> expected, Instant confirmedAt, Instant checkedInAt, Instant startedAt);

    int end(
            UUID id,
            String status,
            List<String> expected,
            Instant endedAt,
            String cancelledBy,
            Long feeMinor,
            String feeDecision);

    int awaitDeposit(UUID id, Instant dueAt);

    void setCancelReason(UUID id, byte[] reason);

    void recordOutcome(UUID id, String outcome, byte[] note);

    VisitFacts facts(UUID id);

    TokenOwner ownerOfToken(byte[] tokenHash);

    record TokenOwner(UUID clinicId, UUID id) {}

    record AppointmentRow(
            UUID id,
            String reservationId,
            UUID patientId,
            UUID serviceId,
            UUID practitionerId,
            UUID locationId,
            UUID roomId,
            Instant startsAt,
            Instant endsAt,
            String status,
            long priceMinor,
            String currency,
            int inviteSequence,
            String timeZoneShown,
            String processInstanceId,
            boolean overbooked,
            Instant requestedAt,
            Instant confirmedAt,
            Instant checkedInAt,
            Instant startedAt,
            Instant endedAt,
            String cancelledBy,
            Long feeMinor,
            long depositMinor,
            Instant depositDueAt,
            int version) {}
}
