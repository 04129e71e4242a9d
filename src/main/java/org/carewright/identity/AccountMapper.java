package org.carewright.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** Looks accounts up before a clinic's scope is known, through the database's look-up functions. */
@Mapper
interface AccountMapper {

    Optional<Login> login(String door, String email);

    Optional<Account> byId(UUID id);

    /** Active staff by id; {@code clinicId} and {@code role} may be null for any. */
    List<Account> active(UUID clinicId, String role);
}
