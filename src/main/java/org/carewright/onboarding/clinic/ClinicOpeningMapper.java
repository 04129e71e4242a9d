package org.carewright.onboarding.clinic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ClinicOpeningMapper {

    void insert(UUID clinicId, String managerName, String managerEmail, UUID createdBy, Instant at);

    Optional<OpeningRow> find();

    /** Waits for whoever is changing it. */
    Optional<OpeningRow> lock();

    void setProcess(String processInstanceId);

    void setManager(String name, String email);

    void setInvite(UUID inviteId);

    void setCheck(Instant at, int version, String[] missing);

    void setGivenUp(Instant at);

    record OpeningRow(
            UUID clinicId,
            String managerName,
            String managerEmail,
            UUID inviteId,
            String processInstanceId,
            UUID createdBy,
            Instant createdAt,
            Instant checkedAt,
            String[] missing,
            Instant givenUpAt) {

        ClinicOpening toOpening() {
            return new ClinicOpening(
                    clinicId,
                    managerName,
                    managerEmail,
                    inviteId,
                    processInstanceId,
                    createdBy,
                    createdAt,
                    checkedAt,
                    List.of(missing),
                    givenUpAt);
        }
    }
}
