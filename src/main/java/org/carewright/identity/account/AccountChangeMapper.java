package org.carewright.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** Accounts of the clinic in scope; each change that ends sessions moves the security stamp in the same statement. */
@Mapper
interface AccountChangeMapper {

    /** Where an address has its account, for the scope to enter; null when there is none or it is an operator's. */
    UUID clinicOf(String door, String email);

    Optional<AccountRow> find(UUID id);

    /** Keeps the row as it is until the transaction's end. */
    Optional<AccountRow> lock(UUID id);

    Optional<AccountRow> byEmail(String door, String email);

    List<AccountRow> staff();

    List<AccountRow> portal(UUID[] ids);

    /** Keeps two people from taking away the last leader at once. */
    List<UUID> lockLeaders();

    void changePassword(UUID id, String passwordHash);

    /** Name and language give no rights, so nobody is signed out. */
    void changeProfile(UUID id, String displayName, String language);

    void verifyEmail(UUID id, Instant now);

    void verifyPhone(UUID id, String phone, Instant now);

    void changeRoles(UUID id, String[] roles);

    void changeStatus(UUID id, String status);

    void moveStamp(UUID id);
}
