package org.carewright.billing.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CardMapper {

    /** @return 0 when there is one with that id already */
    int insertSetUp(UUID clinicId, UUID id, UUID patientId, String gateway, Instant agreedAt);

    void setUpOpened(UUID id, String objectRef);

    /** Also one that has ended; null when the clinic has none with that id. */
    SetUpRow setUp(UUID id);

    /** Locked until the transaction ends; null when there is none or it has ended. */
    SetUpRow lockSetUp(UUID id);

    void endSetUp(UUID id, Instant now);

    void keepCardOf(UUID paymentId);

    /** The patient, if the payment's card is to be kept. */
    UUID patientKeepingCard(UUID paymentId);

    /** @return 0 when it is kept already */
    int insert(UUID clinicId, CardRow card);

    List<CardRow> ofPatient(UUID patientId, LocalDate usableOn);

    CardRow byId(UUID id);

    void choose(UUID id, Instant now);

    void remove(UUID id, Instant now);

    record SetUpRow(UUID id, UUID patientId, String gateway, String objectRef, Instant agreedAt, Instant endedAt) {}

    record CardRow(
            UUID id,
            UUID patientId,
            String gateway,
            String customerRef,
            String methodRef,
            String brand,
            String last4,
            LocalDate expiresOn,
            Instant agreedAt) {}
}
