package org.carewright.identity;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AccountSetupMapper {

    void insert(UUID clinicId, UUID id, NewAccount account, String[] roles);

    void insertPortal(UUID clinicId, UUID id, NewPortalAccount account);

    void insertOperator(UUID id, NewAccount account);

    void upgradeHash(UUID id, String hash);

    boolean hasDemoAccounts();
}
