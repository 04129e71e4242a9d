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
            PatientRow patient,
            String nameToken,
            String emailToken,
            String phoneToken,
            Instant createdAt);

    void updatePreferredChannel(UUID id, String preferredChannel);

    record PatientRow(
            UUID id,
            String givenName,
            String familyName,
            String email,
            String phone,
            String preferredChannel,
            String language) {

        Patient toPatient() {
            return new Patient(
                    id, givenName, familyName, email, phone, PreferredChannel.of(preferredChannel), language);
        }
    }
}
