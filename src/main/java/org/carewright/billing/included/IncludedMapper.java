package org.carewright.billing.included;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface IncludedMapper {

    /** Whether a plan or a package paid for the visit already. */
    boolean paid(UUID appointmentId);

    /** Periods that include such a visit on that day, the one that ends first first. */
    List<PeriodRow> including(UUID patientId, UUID serviceId, LocalDate day);

    /** Locked until the transaction ends. */
    UUID lock(UUID subscriptionId);

    /** Visits counted with that part of a period. */
    int used(UUID subscriptionId, UUID countedWith);

    /** @return 0 when the visit is paid for already */
    int insert(UUID clinicId, UUID id, UUID periodId, UUID appointmentId, Instant usedAt);

    List<UsedRow> usedNow(Collection<UUID> subscriptionIds);

    List<IncludedVisit> visits(UUID subscriptionId, int limit);

    record PeriodRow(UUID id, UUID subscriptionId, UUID patientId, UUID countedWith, int sessions) {}

    record UsedRow(UUID subscriptionId, int used) {}
}
