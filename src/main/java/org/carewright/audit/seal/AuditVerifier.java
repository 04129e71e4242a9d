package org.carewright.audit.seal;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.audit.seal.CheckpointExport.Known;
import org.carewright.audit.seal.Finding.Kind;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that a log is what was sealed, or names what isn't (HIP-2). Believes nothing in the database that isn't signed:
 * each row's leaf is computed anew, and the list it is compared with is the one under the signed root. Rows are streamed,
 * so memory doesn't grow with the log.
 */
@Service
public class AuditVerifier {

    /** So that a log that was replaced altogether doesn't fill the memory. */
    public static final int MOST_FINDINGS = 1000;

    private static final int ROWS_AT_ONCE = 5000;

    /**
     * The canonical text of a row, as the generated column has it. It is written out here and not read from a function
     * in the database, which whoever changes rows could change as well.
     */
    private static final String ROWS =
            """
            select position, id, convert_to(
                position::text || ',' || id::text || ',' || clinic_id::text || ','
                || ((extract(epoch from recorded_at at time zone 'UTC') * 1000000)::bigint)::text || ','
                || quote_nullable(actor_id::text) || ',' || quote_nullable(actor_role) || ','
                || quote_nullable(action) || ',' || quote_nullable(resource_type) || ','
                || quote_nullable(resource_id::text) || ',' || quote_nullable(patient_id::text) || ','
                || quote_nullable(outcome) || ',' || quote_nullable(reason) || ',' || quote_nullable(correlation) || ','
                || quote_nullable(address) || ',' || quote_nullable(grant_id::text), 'UTF8')
            from audit.event
            where clinic_id = shared.current_clinic() and transaction >= ? and transaction < ?
            order by position
            """;

    private final SealMapper seals;
    private final CheckpointKeys keys;
    private final ClinicScope clinic;
    private final JdbcTemplate rows;

    AuditVerifier(SealMapper seals, CheckpointKeys keys, ClinicScope clinic, javax.sql.DataSource database) {
        this.seals = seals;
        this.keys = keys;
        this.clinic = clinic;
        this.rows = new JdbcTemplate(database);
        this.rows.setFetchSize(ROWS_AT_ONCE);
    }

    /** Verifies the log of the clinic in scope. @param export what was exported earlier, or null */
    @Transactional(readOnly = true)
    public Verification verify(CheckpointExport export) {
        var log = clinic.required();
        var run = new Run();
        var checkpoints = seals.checkpoints();
        Checkpoint last = null;
        for (var checkpoint : checkpoints) {
            run.verify(checkpoint, last);
            last = checkpoint;
        }
        if (export != null) {
            run.compare(checkpoints, export);
        }
        var unsealed = seals.unsealed(last == null ? 0 : last.horizon());
        return new Verification(
                log, checkpoints.size(), run.compared, unsealed.count(), unsealed.oldest(), List.copyOf(run.findings));
    }

    /** What to keep elsewhere, of the log of the clinic in scope. */
    @Transactional(readOnly = true)
    public CheckpointExport export() {
        var hex = HexFormat.of();
        return new CheckpointExport(
                clinic.required(),
                seals.checkpoints().stream()
                        .map(checkpoint -> new Known(
                                checkpoint.number(),
                                checkpoint.sealedAt().toString(),
                                checkpoint.entries(),
                                hex.formatHex(checkpoint.root()),
                                hex.formatHex(checkpoint.hash()),
                                checkpoint.keyId(),
                                hex.formatHex(checkpoint.signature())))
                        .toList());
    }

    /** One verification under way. */
    private final class Run {

        private final List<Finding> findings = new ArrayList<>();
        private long compared;

        void verify(Checkpoint checkpoint, Checkpoint last) {
            var number = checkpoint.number();
            var expected = last == null ? 1 : last.number() + 1;
            for (var missing = expected; missing < number && !isFull(); missing++) {
                add(Finding.ofCheckpoint(Kind.CHECKPOINT_REMOVED, missing));
            }
            var before = last == null ? Checkpoint.NONE_BEFORE : last.hash();
            if (number == expected && !Arrays.equals(before, checkpoint.previous())) {
                add(Finding.ofCheckpoint(Kind.CHAIN_BROKEN, number));
            }
            if (!keys.verifies(checkpoint)) {
                add(Finding.ofCheckpoint(Kind.CHECKPOINT_FORGED, number));
            }
            compareRows(checkpoint, number == expected && last != null ? last.horizon() : lowest(checkpoint, last));
        }

        /** After a gap in the chain the rows of the missing checkpoints would pass for inserted ones. */
        private long lowest(Checkpoint checkpoint, Checkpoint last) {
            if (checkpoint.number() == 1) {
                return 0;
            }
            var evidence = evidence(checkpoint);
            return evidence == null || evidence.size() == 0 ? checkpoint.horizon() : firstTransaction(evidence, last);
        }

        private long firstTransaction(Evidence evidence, Checkpoint last) {
            var first = rows.queryForList(
                    "select min(transaction) from audit.event where clinic_id = shared.current_clinic() and id = ?",
                    Long.class,
                    evidence.id(0));
            return first.get(0) == null ? (last == null ? 0 : last.horizon()) : first.get(0);
        }

        private Evidence evidence(Checkpoint checkpoint) {
            try {
                return new Evidence(seals.evidence(checkpoint.number()).evidence());
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        private void compareRows(Checkpoint checkpoint, long from) {
            var evidence = evidence(checkpoint);
            if (evidence == null || !Arrays.equals(evidence.root(), checkpoint.root())) {
                add(Finding.ofCheckpoint(Kind.EVIDENCE_DAMAGED, checkpoint.number()));
                return;
            }
            var comparison = new Comparison(checkpoint.number(), evidence);
            rows.query(
                    ROWS,
                    row -> {
                        comparison.row(row.getLong(1), row.getObject(2, UUID.class), row.getBytes(3));
                    },
                    from,
                    checkpoint.horizon());
            comparison.end();
        }

        void compare(List<Checkpoint> checkpoints, CheckpointExport export) {
            var hashes = checkpoints.stream().collect(Collectors.toMap(Checkpoint::number, one -> HexFormat.of()
                    .formatHex(one.hash())));
            for (var known : export.checkpoints()) {
                var hash = hashes.get(known.number());
                if (hash == null) {
                    add(Finding.ofCheckpoint(Kind.CHECKPOINT_REMOVED, known.number()));
                } else if (!hash.equals(known.hash())) {
                    add(Finding.ofCheckpoint(Kind.DIFFERS_FROM_EXPORT, known.number()));
                }
            }
        }

        private boolean isFull() {
            return findings.size() >= MOST_FINDINGS;
        }

        private void add(Finding finding) {
            if (!isFull() && !findings.contains(finding)) {
                findings.add(finding);
            }
        }

        /** Walks rows and evidence side by side, both by position. */
        private final class Comparison {

            private final long checkpoint;
            private final Evidence evidence;
            private final MessageDigest digest = Evidence.sha256();
            private int next;

            Comparison(long checkpoint, Evidence evidence) {
                this.checkpoint = checkpoint;
                this.evidence = evidence;
            }

            void row(long position, UUID id, byte[] canonical) {
                while (next < evidence.size() && evidence.position(next) < position) {
                    removed();
                }
                if (next == evidence.size() || evidence.position(next) > position) {
                    add(new Finding(Kind.ROW_INSERTED, checkpoint, id, position));
                    return;
                }
                if (!evidence.hasLeaf(next, digest.digest(canonical))) {
                    add(new Finding(Kind.ROW_CHANGED, checkpoint, evidence.id(next), position));
                }
                compared++;
                next++;
            }

            void end() {
                while (next < evidence.size()) {
                    removed();
                }
            }

            private void removed() {
                add(new Finding(Kind.ROW_REMOVED, checkpoint, evidence.id(next), evidence.position(next)));
                next++;
            }
        }
    }
}
