package org.carewright.integrations.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SandboxMapper {

    SandboxAccount account(String provider);

    void insertAccount(SandboxAccount account);

    void insert(SandboxMessage message);

    SandboxMessage find(UUID id);

    SandboxMessage findByRef(String providerRef);

    List<SandboxMessage> newest(String recipient, int limit, int offset);

    List<SandboxMessage> unreported(Instant since);

    void setStatus(UUID id, String status);

    void deleteMessages();

    void deleteOptOuts();

    void insertOptOut(String sender, String recipient);

    void deleteOptOut(String sender, String recipient);

    boolean isOptedOut(String sender, String recipient);

    void insertFault(String provider, String kind, int value, int remaining);

    Integer takeFault(String provider, String kind);

    List<FaultRow> faults();

    void deleteFaults();

    record FaultRow(long id, String provider, String kind, int value, int remaining) {}
}
