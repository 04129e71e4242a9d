package org.carewright.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SigningKeyMapper {

    /** Until the transaction ends no one else makes a key. */
    void lock();

    /** The newest key that may still sign. */
    Optional<SigningKeyRow> signing(Instant now);

    /** Every key with which a token may have been signed that is still good. */
    List<SigningKeyRow> verifying(Instant now);

    Optional<SigningKeyRow> find(UUID kid, Instant now);

    void insert(SigningKeyRow key);

    void deleteOld(Instant now);
}
