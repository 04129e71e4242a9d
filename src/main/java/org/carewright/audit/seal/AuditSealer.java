package org.carewright.audit.seal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.carewright.shared.tenant.ClinicScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes checkpoints (HIP-2). Only rows of transactions that are over are covered, so nobody waits for anybody and no late
 * committer is missed. Two nodes that seal one log at a time meet at the checkpoint's number: one of them rolls back.
 */
@Service
public class AuditSealer {

    /** Rows in one checkpoint: 3 MB of evidence. */
    static final int MOST_ROWS = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    private final SealMapper seals;
    private final CheckpointKeys keys;
    private final ClinicScope clinic;
    private final Clock clock;
    private final TransactionTemplate eachItsOwn;

    AuditSealer(
            SealMapper seals,
            CheckpointKeys keys,
            ClinicScope clinic,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.keys = keys;
        this.clinic = clinic;
        this.clock = clock;
        this.eachItsOwn = new TransactionTemplate(transactions);
        this.eachItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Seals all logs that have something to seal, each checkpoint in a transaction of its own; needs no scope. */
    public void sealAll() {
        for (var log : eachItsOwn.execute(status -> seals.logsToSeal())) {
            seal(log);
        }
    }

    /** Seals one log as far as it goes. @return how many checkpoints were made */
    public int seal(UUID log) {
        return clinic.call(log, () -> {
            var made = 0;
            while (eachItsOwn.execute(status -> next(log)).isPresent()) {
                made++;
            }
            return made;
        });
    }

    private Optional<Checkpoint> next(UUID log) {
        var last = seals.last();
        var from = last == null ? 0 : last.horizon();
        var horizon = horizon(from);
        var rows = horizon <= from ? java.util.List.<Evidence.Entry>of() : seals.leaves(from, horizon);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var evidence = Evidence.of(rows);
        var unsigned = new Checkpoint(
                log,
                last == null ? 1 : last.number() + 1,
                horizon,
                evidence.size(),
                last == null ? Checkpoint.NONE_BEFORE : last.hash(),
                evidence.root(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                keys.signing(),
                new byte[0]);
        var signed = unsigned.signed(keys.sign(unsigned.keyId(), unsigned.statement()));
        seals.insertCheckpoint(signed, evidence.bytes());
        // Also outside the database: a log collector keeps what a superuser could cut off here.
        LOG.info(
                "Audit checkpoint {} of log {}: {}",
                signed.number(),
                log,
                HexFormat.of().formatHex(signed.hash()));
        return Optional.of(signed);
    }

    /** Not past the oldest running transaction, and of a long stretch only the first part. */
    private long horizon(long from) {
        var oldest = seals.oldestRunningTransaction();
        var tooFar = seals.transactionAfter(from, oldest, MOST_ROWS);
        if (tooFar == null) {
            return oldest;
        }
        // One transaction's rows stay together, however many they are.
        var first = seals.transactionAfter(from, oldest, 0);
        return tooFar.equals(first) ? tooFar + 1 : tooFar;
    }
}
