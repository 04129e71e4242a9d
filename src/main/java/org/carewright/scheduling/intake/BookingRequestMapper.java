package org.carewright.scheduling.intake;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface BookingRequestMapper {

    int insert(UUID clinicId, String key, byte[] fingerprint, UUID appointmentId, Instant requestedAt);

    BookingRequestRow byKey(String key);

    record BookingRequestRow(byte[] fingerprint, UUID appointmentId) {}
}
