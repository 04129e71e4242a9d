package org.carewright.billing.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DunningMapper {

    void plan(UUID clinicId, UUID invoiceId, Instant dueDayOverAt, Instant nextStepAt);

    DunningRow of(UUID invoiceId);

    /** The same, locked until the transaction ends. */
    DunningRow lock(UUID invoiceId);

    boolean disputed(UUID invoiceId);

    void setNext(UUID invoiceId, Instant nextStepAt);

    void stop(UUID invoiceId, Instant now);

    void resume(UUID invoiceId);

    void insertStep(UUID clinicId, StepRow step);

    void taken(UUID invoiceId, int steps, Instant nextStepAt);

    List<StepRow> steps(UUID invoiceId);

    record DunningRow(UUID invoiceId, Instant dueDayOverAt, Instant nextStepAt, int steps, Instant endedAt) {}

    record StepRow(UUID invoiceId, int step, String action, String decision, Instant takenAt) {}
}
