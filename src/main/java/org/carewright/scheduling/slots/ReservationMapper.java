package org.carewright.scheduling.slots;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ReservationMapper {

    List<Integer> lock(List<Long> keys);

    void insertAll(UUID clinicId, List<ReservationRow> rows);

    void deleteOfAppointment(UUID appointmentId);

    boolean hasHoldsOrSessions(List<UUID> takenIds, Instant from, Instant to);

    void deleteExpiredHolds(Collection<UUID> takenIds, Instant from, Instant to, Instant now);

    List<UUID> lockSessions(Collection<UUID> takenIds, Instant from, Instant to);

    List<UUID> lockSomePastSessions(Instant now, int atMost);

    UUID lockSession(UUID id);

    UUID lockSessionAt(UUID practitionerId, UUID serviceId, Instant startsAt);

    void insertSession(
            UUID clinicId, UUID id, UUID practitionerId, UUID serviceId, UUID roomId, Instant startsAt, int seats);

    void deleteIfEmpty(Collection<UUID> sessionIds);

    int takeSeat(UUID sessionId, UUID appointmentId, UUID holdId);

    int addSeat(UUID sessionId, UUID appointmentId);

    UUID sessionOfAppointment(UUID appointmentId);

    void freeSeat(UUID appointmentId);

    /** One of appointmentId, holdId and sessionId is given: what the practitioner, resource or patient is taken for. */
    record ReservationRow(
            UUID id,
            String kind,
            UUID takenId,
            Instant blockedFrom,
            Instant blockedTo,
            UUID appointmentId,
            UUID holdId,
            UUID sessionId,
            boolean overbooked) {}
}
