package org.carewright.identity.session;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface StampMapper {

    /** Ends everything that was begun under the account's stamp so far; needs no clinic's scope. */
    String move(UUID accountId);
}
