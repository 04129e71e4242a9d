package org.carewright.patients;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PatientMapper {

    PatientRow byId(UUID id);

    List<PatientRow> byIds(Collection<UUID> ids);

    List<UUID> mergedInto(UUID id);

    UUID findSame(String nameToken, String emailToken, String phoneToken);

    void insert(
            UUID clinicId,
            Patient patient,
            String channel,
            byte[] emailSealed,
            byte[] phoneSealed,
            String nameToken,
            String emailToken,
            String phoneToken,
            Instant createdAt);

    void updatePreferredChannel(UUID id, String preferredChannel);

    record PatientRow(
            UUID id,
            String givenName,
            String familyName,
            String preferredChannel,
            String language,
            byte[] emailSealed,
            byte[] phoneSealed) {

        Patient open(PatientSeal seal) {
            return new Patient(
                    id,
                    givenName,
                    familyName,
                    seal.open(id, PatientSeal.EMAIL, emailSealed),
                    seal.open(id, PatientSeal.PHONE, phoneSealed),
                    PreferredChannel.of(preferredChannel),
                    language);
        }
    }
}
