package org.carewright.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MessageMapper {

    String statusByEffectKey(String effectKey);

    void insertAttempt(MessageRow row);

    void upsertDeclined(MessageRow row);

    void settle(
            String effectKey, String status, List<String> reachableFrom, String reason, String providerRef, Instant at);

    void link(String effectKey, UUID effectId);

    void report(UUID effectId, String status, List<String> reachableFrom, String reason, Instant at);

    Recipient recipientByEffect(UUID effectId);

    List<LoggedRow> bySubject(String subjectType, UUID subjectId);

    record MessageRow(
            UUID clinicId,
            UUID id,
            String effectKey,
            String channel,
            String template,
            UUID patientId,
            String subjectType,
            UUID subjectId,
            String processInstanceId,
            String status,
            String reason,
            String provider,
            Instant at) {}

    record Recipient(String channel, UUID patientId) {}

    record LoggedRow(
            UUID id,
            String channel,
            String template,
            String status,
            String reason,
            String provider,
            String providerRef,
            Instant createdAt,
            Instant updatedAt) {

        LoggedMessage toMessage() {
            return new LoggedMessage(
                    id,
                    Channel.of(channel),
                    template,
                    MessageStatus.of(status),
                    reason,
                    provider,
                    providerRef,
                    createdAt,
                    updatedAt);
        }
    }
}
