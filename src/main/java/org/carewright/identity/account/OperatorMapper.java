package org.carewright.identity.account;

import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** Operators' own accounts, which belong to no clinic; no scope is needed. */
@Mapper
interface OperatorMapper {

    /** An operator who may sign in. */
    record OperatorRow(UUID id, String email, String displayName, String language, String passwordHash) {}

    Optional<OperatorRow> find(UUID id);

    /** Ends all sessions, too. */
    String changePassword(UUID id, String passwordHash);

    String changeProfile(UUID id, String displayName, String language);
}
