package org.carewright.identity.lockout;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface LockOutMapper {

    /**
     * Counts an attempt as failed until it turns out right, and sets the pause after it.
     *
     * @return the failures so far; null while a pause lasts, when nothing is counted
     */
    Integer count(
            byte[] key, int free, double firstSeconds, double longestSeconds, Instant now, Instant forgottenBefore);

    Instant pausedUntil(byte[] key);

    void forget(byte[] key);

    /** Takes one count back: of an address that others may share nothing more is known. */
    void takeBack(byte[] key);

    boolean isKnown(byte[] deviceHash, UUID accountId);

    void know(byte[] deviceHash, UUID accountId, Instant now);

    void forgetDevices(UUID accountId);

    void clean(Instant before);
}
