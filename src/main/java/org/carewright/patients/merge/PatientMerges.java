package org.carewright.patients.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.audit.AuditLog;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.PatientSeal;
import org.carewright.patients.merge.MergeMapper.MergeRow;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.PatientStatus;
import org.carewright.patients.record.RecordChangedException;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.record.RecordField;
import org.carewright.patients.search.FoundPatient;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one record of two of the same patient, and two again within 30 days (ONB-4), in the clinic in scope. What the law
 * wants as it was written stays with the record it was written for: audit trail, emergency access, disclosures.
 */
@Service
public class PatientMerges {

    private static final String RESOURCE = "patient";
    private static final String BEFORE = "merge-before";

    private final MergeMapper merges;
    private final MovedColumns moved;
    private final PatientRecords records;
    private final RecordAccess access;
    private final PatientSeal seal;
    private final ObjectMapper json;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    PatientMerges(
            MergeMapper merges,
            MovedColumns moved,
            PatientRecords records,
            RecordAccess access,
            PatientSeal seal,
            ObjectMapper json,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.merges = merges;
        this.moved = moved;
        this.records = records;
        this.access = access;
        this.seal = seal;
        this.json = json;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Records that may be the same person's: same name, same e-mail or phone, or same family name and date of birth. */
    @Transactional(readOnly = true)
    public List<FoundPatient> similar(UUID patientId, int limit) {
        return merges.similar(patientId, limit);
    }

    /** Merges into that record, newest first, undone ones too. */
    @Transactional(readOnly = true)
    public List<PatientMerge> of(UUID keptId) {
        return merges.of(keptId);
    }

    /** Where a merged record went; empty for one that wasn't merged. */
    @Transactional(readOnly = true)
    public Optional<UUID> mergedInto(UUID patientId) {
        return Optional.ofNullable(merges.mergedInto(patientId));
    }

    /**
     * Merges two records. Everything that belongs to the one that goes belongs to the one that stays from then on.
     *
     * @param kept as the person saw it, as {@code gone}
     * @param taken the fields in which the record that stays shall say what the other says
     * @return the merge's id
     * @throws ProblemException 404 when either isn't there or was merged, {@code merge_same} (409) for a record and itself
     * @throws RecordChangedException when either was changed since it was seen
     */
    @Transactional
    public UUID merge(StaffPrincipal person, Version kept, Version gone, Collection<RecordField> taken) {
        if (kept.patientId().equals(gone.patientId())) {
            throw new ProblemException(HttpStatus.CONFLICT, "merge_same");
        }
        merges.lock(kept.patientId(), gone.patientId());
        var staying = seen(kept);
        var going = seen(gone);
        var id = UUID.randomUUID();
        var now = clock.instant();
        var content = withoutItself(
                RecordField.take(staying.content(), going.content(), taken), kept.patientId(), gone.patientId());
        merges.insert(
                clinic.required(),
                new MergeRow(
                        id,
                        kept.patientId(),
                        gone.patientId(),
                        taken.stream().map(RecordField::key).toArray(String[]::new),
                        seal.seal(kept.patientId(), BEFORE, write(staying.content())),
                        going.status().code(),
                        person.accountId(),
                        now,
                        null));
        records.update(kept.patientId(), kept.version(), content);
        if (merges.close(gone.patientId(), gone.version(), kept.patientId(), now) == 0) {
            throw ProblemException.notFound();
        }
        for (var rows : moved.all()) {
            var ids = rows.move(gone.patientId(), kept.patientId());
            if (!ids.isEmpty()) {
                merges.insertRows(clinic.required(), id, rows.place(), ids.toArray(UUID[]::new));
            }
        }
        if (access.isRestricted(gone.patientId()) && !access.isRestricted(kept.patientId())) {
            access.restrict(person, kept.patientId(), true, null);
        }
        audit.record("patient.merged", RESOURCE, gone.patientId(), kept.patientId());
        audit.record("patient.merged", RESOURCE, kept.patientId(), gone.patientId());
        return id;
    }

    /**
     * Undoes a merge: the other record is there again with what was its own. Fields taken from it get back what they said
     * before, unless they were changed since; what came after the merge stays with the record that stayed.
     *
     * @return the record that stayed
     * @throws ProblemException 404 without such a merge, {@code merge_final} (409) when it was undone already or the 30 days
     *     are over, {@code merge_order} (409) when the record that stayed was itself merged since
     */
    @Transactional
    public UUID undo(StaffPrincipal person, UUID mergeId) {
        var merge = Optional.ofNullable(merges.byId(mergeId)).orElseThrow(ProblemException::notFound);
        var kept = merge.keptId();
        merges.lock(kept, merge.goneId());
        var now = clock.instant();
        if (!now.isBefore(merge.mergedAt().plus(PatientMerge.UNDO))
                || merges.undo(mergeId, person.accountId(), now) == 0) {
            throw new ProblemException(HttpStatus.CONFLICT, "merge_final");
        }
        var staying = records.get(kept);
        if (staying.status() == PatientStatus.MERGED) {
            throw new ProblemException(HttpStatus.CONFLICT, "merge_order");
        }
        var going = records.get(merge.goneId());
        merges.reopen(merge.goneId(), merge.goneStatus(), now);
        for (var rows : moved.all()) {
            var ids = merges.rows(mergeId, rows.place());
            if (!ids.isEmpty()) {
                rows.moveBack(ids, kept, merge.goneId());
            }
        }
        var before = read(seal.open(kept, BEFORE, merge.beforeSealed()));
        var restored = RecordField.take(staying.content(), before, unchanged(merge, staying, going));
        if (!restored.equals(staying.content())) {
            records.update(kept, staying.version(), restored);
        }
        audit.record("patient.merge-undone", RESOURCE, merge.goneId(), kept);
        audit.record("patient.merge-undone", RESOURCE, kept, merge.goneId());
        return kept;
    }

    private static List<RecordField> unchanged(MergeRow merge, PatientRecord staying, PatientRecord going) {
        var taken = List.of(merge.taken());
        return Stream.of(RecordField.values())
                .filter(field -> taken.contains(field.key()))
                .filter(field -> Objects.equals(field.of(staying.content()), field.of(going.content())))
                .toList();
    }

    private PatientRecord seen(Version wanted) {
        var record = records.get(wanted.patientId());
        if (record.status() == PatientStatus.MERGED) {
            throw ProblemException.notFound();
        }
        if (record.version() != wanted.version()) {
            throw new RecordChangedException(record);
        }
        return record;
    }

    /** Nobody is recommended by themselves, neither by what they were before. */
    private static RecordDraft withoutItself(RecordDraft content, UUID kept, UUID gone) {
        return kept.equals(content.referredBy()) || gone.equals(content.referredBy())
                ? RecordField.take(
                        content, RecordDraft.of(null, null, null, null, null, null), List.of(RecordField.REFERRED_BY))
                : content;
    }

    private String write(RecordDraft content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record can't be written", e);
        }
    }

    private RecordDraft read(String text) {
        try {
            return json.readValue(text, RecordDraft.class);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes what it read.
            throw new IllegalStateException("A record can't be read");
        }
    }

    /** A record as someone saw it. */
    public record Version(UUID patientId, int version) {}
}
