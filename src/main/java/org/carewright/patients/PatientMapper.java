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

    /** @param email in clear where it was written before sealing and not changed since, as {@code phone} */
    record PatientRow(
            UUID id,
            String givenName,
            String familyName,
            String email,
            String phone,
            String preferredChannel,
            String language,
            byte[] emailSealed,
            byte[] phoneSealed) {

        Patient open(PatientSeal seal) {
            return new Patient(
                    id,
                    givenName,
                    familyName,
                    emailSealed == null ? email : seal.open(id, PatientSeal.EMAIL, emailSealed),
                    phoneSealed == null ? phone : seal.open(id, PatientSeal.PHONE, phoneSealed),
                    PreferredChannel.of(preferredChannel),
                    language);
        }
    }
}
