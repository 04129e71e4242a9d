package org.carewright.billing.deposit;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DepositMapper {

    void insert(UUID clinicId, UUID id, UUID invoiceId, Instant createdAt);

    DepositRow byId(UUID id);

    /** Locked until the transaction ends; whoever locks it holds its invoice's lock. */
    DepositRow lock(UUID id);

    DepositRow byInvoice(UUID invoiceId);

    /** The held deposit of the visit that an invoice of the visit or of its fee is for. */
    DepositRow heldFor(UUID invoiceId);

    /** As {@link #heldFor}, of a cancelled invoice only. */
    DepositRow heldForCancelled(UUID invoiceId);

    void plan(UUID id, Instant dueAt, String processInstanceId);

    void setStatus(UUID id, String status, Instant endedAt);

    record DepositRow(
            UUID id, UUID invoiceId, String status, Instant dueAt, String processInstanceId, Instant createdAt) {

        Deposit toDeposit() {
            return new Deposit(id, invoiceId, Deposit.Status.of(status), dueAt, createdAt);
        }

        boolean is(Deposit.Status wanted) {
            return status.equals(wanted.code());
        }
    }
}
