package org.carewright.integrations.account;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PaymentObjectMapper {

    void insert(UUID id, String kind, String provider, UUID accountId, boolean live, Instant now);

    ObjectRow find(UUID id);

    ObjectRow findByRef(String provider, String objectRef);

    void insertRef(String provider, String objectRef, UUID objectId);

    UUID clinicIdOfObject(UUID objectId);

    UUID clinicIdOfRef(String provider, String objectRef);

    String customer(String provider, String accountKey, UUID patientId);

    void insertCustomer(String provider, String accountKey, String customerRef, UUID patientId, Instant now);

    record ObjectRow(UUID id, String kind, String provider, UUID accountId, boolean live) {}
}
