package org.carewright.billing.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.shared.money.Money;

@Mapper
interface PaymentMapper {

    /** @return 0 when it is there already */
    int insert(UUID clinicId, NewPayment payment, UUID takenBy, Instant createdAt);

    PaymentRow byId(UUID id);

    /** Locked until the transaction ends. */
    UUID lockRow(UUID id);

    default PaymentRow lock(UUID id) {
        return lockRow(id) == null ? null : byId(id);
    }

    List<PaymentRow> ofInvoice(UUID invoiceId);

    List<PaymentRow> ofPatient(UUID patientId, Instant before, UUID beforeId, int limit);

    void begun(UUID id, String objectRef, String status);

    void succeeded(UUID id, String providerRef, PaidWith with, Instant paidAt);

    void receipt(UUID id, String number);

    String pageInstance(UUID id);

    void savePageInstance(UUID id, String instance);

    void ended(UUID id, String status, String failure);

    /** Needs no scope; null when no payment is known by that object. */
    Place byObject(String gateway, boolean live, String ref);

    record Place(UUID clinicId, UUID id) {}

    record PaymentRow(
            UUID id,
            UUID patientId,
            UUID invoiceId,
            String gateway,
            String method,
            String status,
            long amountMinor,
            String currency,
            boolean live,
            String objectRef,
            String providerRef,
            String reference,
            String cardBrand,
            String cardLast4,
            String receipt,
            String failure,
            UUID takenBy,
            Instant createdAt,
            Instant paidAt) {

        Payment toPayment() {
            return new Payment(
                    id,
                    patientId,
                    invoiceId,
                    gateway,
                    PaymentMethod.of(method),
                    PaymentStatus.of(status),
                    Money.of(amountMinor, currency),
                    live,
                    objectRef,
                    providerRef,
                    reference,
                    cardBrand,
                    cardLast4,
                    receipt,
                    failure,
                    takenBy,
                    createdAt,
                    paidAt);
        }
    }
}
