package org.carewright.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SealMapper {

    /** Logs with rows no checkpoint covers yet; needs no scope. */
    List<UUID> logsToSeal();

    /** The first transaction that isn't over: all before it have committed or rolled back. */
    long oldestRunningTransaction();

    /** The transaction of the row that many rows after the first, null when there are fewer. */
    Long transactionAfter(long from, long to, int rows);

    List<Evidence.Entry> leaves(long from, long to);

    /** The log's last checkpoint, null before the first. */
    Checkpoint last();

    List<Checkpoint> checkpoints();

    EvidenceRow evidence(long number);

    void insertCheckpoint(Checkpoint checkpoint, byte[] evidence);

    KeyRow newestKey();

    KeyRow key(UUID id);

    void insertKey(KeyRow key);

    /** One maker of keys at a time. */
    String lockKeys();

    UnsealedRow unsealed(long from);

    /** @param evidence as stored; a bare array can't be a statement's result */
    record EvidenceRow(byte[] evidence) {}

    record KeyRow(UUID id, byte[] publicKey, byte[] sealedPair, Instant createdAt) {}

    /** @param oldest null when there are none */
    record UnsealedRow(long count, Instant oldest) {}
}
