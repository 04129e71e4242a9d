package org.carewright.billing.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.billing.plan.PlanPeriod;

@Mapper
interface SubscriptionMapper {

    void insert(UUID clinicId, UUID id, NewSubscription begun, int priceTold, Instant createdAt);

    void insertPeriod(UUID clinicId, PeriodRow period, Instant begunAt);

    /** Null when the clinic has none with that id. */
    Row byId(UUID id);

    /** Locked until the transaction ends; null when there is none. */
    UUID lockRow(UUID id);

    /** {@link #byId}, locked until the transaction ends. */
    default Row lock(UUID id) {
        return lockRow(id) == null ? null : byId(id);
    }

    List<Row> ofPatient(UUID patientId);

    /** The next ones that have the plan, haven't ended and don't know that version of its price, by id. */
    List<UUID> toTell(UUID planId, int version, UUID after, int limit);

    /** How many have each plan and haven't ended. */
    List<PlanCount> countByPlan();

    boolean has(UUID patientId, UUID planId);

    /** Null when the clinic has none with that id. */
    PeriodRow period(UUID id);

    /** The subscription one of whose periods the invoice is for, or null. */
    UUID byInvoice(UUID invoiceId);

    void setStatus(UUID id, String status, LocalDate pausedOn);

    void setPlan(UUID id, UUID planId);

    /** The period becomes the one that runs. */
    void setPeriod(PeriodRow period, LocalDate anchor, String status);

    void setInstance(UUID id, String processInstanceId);

    void setByCard(UUID id, boolean byCard);

    void setEndsWithPeriod(UUID id, boolean endsWithPeriod);

    void setPriceTold(UUID id, int version);

    void end(UUID id, LocalDate endedOn, Instant endedAt);

    void setInvoice(UUID periodId, UUID invoiceId);

    void cutPeriod(UUID periodId, LocalDate endsOn);

    /** Moves the end and what parts of the price are counted from; periods after it are counted from the new end. */
    void stretchPeriod(UUID periodId, int days);

    /** Invoices of its periods that are open after their due day. */
    int overdueInvoices(UUID id, LocalDate today);

    /** Invoices of its periods from which the patient has credit left, oldest first. */
    List<UUID> invoicesWithCredit(UUID id);

    record PlanCount(UUID planId, int people) {}

    /** @param firstDay of a plan begun ahead, null for its first period's */
    record Row(
            UUID id,
            UUID patientId,
            UUID planId,
            String status,
            LocalDate anchor,
            boolean endsWithPeriod,
            LocalDate pausedOn,
            LocalDate endedOn,
            int priceTold,
            LocalDate firstDay,
            boolean byCard,
            String processInstanceId,
            UUID periodId,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean trial,
            long priceMinor,
            UUID invoiceId) {

        SubscriptionStatus state() {
            return SubscriptionStatus.of(status);
        }

        Subscription toSubscription() {
            return new Subscription(
                    id,
                    patientId,
                    planId,
                    state(),
                    new PlanPeriod(startsOn, endsOn),
                    trial,
                    priceMinor,
                    invoiceId,
                    endsWithPeriod,
                    pausedOn,
                    endedOn,
                    firstDay,
                    byCard);
        }
    }

    /**
     * @param sequence counts the rows of a subscription
     * @param cycle which period after the anchor it is (part of); -1 when the next one begins on the anchor
     * @param cycleFrom first day of the whole period it is (part of), moved by pauses
     * @param chargedFrom first day its own price is for, moved by pauses
     * @param countedWith the part of the period whose count of sessions it shares, null for its own
     */
    record PeriodRow(
            UUID id,
            UUID subscriptionId,
            UUID planId,
            int sequence,
            int cycle,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate cycleFrom,
            LocalDate chargedFrom,
            boolean trial,
            int priceVersion,
            long priceMinor,
            UUID invoiceId,
            UUID countedWith) {

        PlanPeriod days() {
            return new PlanPeriod(startsOn, endsOn);
        }

        PlanPeriod charged() {
            return new PlanPeriod(chargedFrom, endsOn);
        }

        PlanPeriod whole() {
            return new PlanPeriod(cycleFrom, endsOn);
        }
    }
}
