package org.carewright.patients.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.record.RecordMapper.ContactIndex;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The patients' records of the clinic in scope (ONB-3, CARE-1). Reads aren't audited here: who reads for a person goes
 * through {@link org.carewright.audit.access.RecordAccess}, who reads for a portal account through
 * {@link org.carewright.patients.access.PatientAccess}.
 */
@Service
public class PatientRecords {

    private static final String RESOURCE = "patient";
    /** Records written by one statement. */
    private static final int ROWS_AT_ONCE = 100;

    private final RecordMapper records;
    private final RecordSeal seal;
    private final ContactTokens tokens;
    private final ClinicService clinics;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    PatientRecords(
            RecordMapper records,
            RecordSeal seal,
            ContactTokens tokens,
            ClinicService clinics,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock) {
        this.records = records;
        this.seal = seal;
        this.tokens = tokens;
        this.clinics = clinics;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The record, merged ones too. @throws ProblemException 404 when the clinic has none with that id */
    // An answer, not a failure: what the caller's transaction has recorded of the attempt stays.
    @Transactional(readOnly = true, noRollbackFor = ProblemException.class)
    public PatientRecord get(UUID id) {
        return find(id).orElseThrow(ProblemException::notFound);
    }

    /** The record, empty when the clinic has none with that id. */
    @Transactional(readOnly = true)
    public Optional<PatientRecord> find(UUID id) {
        return Optional.ofNullable(records.byId(id)).map(seal::open);
    }

    /** Those records by id, in one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, PatientRecord> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return records.byIds(ids).stream()
                .map(seal::open)
                .collect(Collectors.toMap(PatientRecord::id, Function.identity()));
    }

    /** What is wrong with a draft, and its content in the form it would be kept; nothing is written. */
    @Transactional(readOnly = true)
    public CheckedRecord check(RecordDraft draft) {
        return checkAll(List.of(draft)).get(0);
    }

    /** Checks many drafts, the clinic's rules read once. */
    @Transactional(readOnly = true)
    public List<CheckedRecord> checkAll(List<RecordDraft> drafts) {
        var own = clinics.current();
        var today = LocalDate.now(clock.withZone(own.timeZone()));
        var language = Languages.serving(own.locale()).orElse(Languages.ENGLISH).toLanguageTag();
        var spoken = RecordDraft.of(null, null, null, null, null, language);
        return drafts.stream()
                .map(draft -> RecordCheck.check(draft, own.country(), today))
                .map(checked -> checked.content().language() != null
                        ? checked
                        : new CheckedRecord(
                                RecordField.take(checked.content(), spoken, List.of(RecordField.LANGUAGE)),
                                checked.errors()))
                .toList();
    }

    /**
     * Creates a record with a barcode of its own.
     *
     * @throws InvalidFormException naming each wrong field
     */
    @Transactional
    public UUID create(RecordDraft draft) {
        var content = checked(draft);
        var id = UUID.randomUUID();
        records.insert(clinic.required(), id, seal.close(id, content), index(content), clock.instant());
        audit.record("patient.created", RESOURCE, id, id);
        return id;
    }

    /**
     * Creates many records, each with a barcode of its own. Whoever calls records in the audit trail where they come from.
     *
     * @param contents as {@link #check} gives them, without errors
     */
    @Transactional
    public void createAll(List<RecordDraft> contents) {
        var now = clock.instant();
        for (var at = 0; at < contents.size(); at += ROWS_AT_ONCE) {
            var rows = contents.subList(at, Math.min(contents.size(), at + ROWS_AT_ONCE)).stream()
                    .map(content -> new RecordMapper.NewRecord(seal.close(UUID.randomUUID(), content), index(content)))
                    .toList();
            records.insertAll(clinic.required(), rows, now);
        }
    }

    /**
     * Replaces a record's content.
     *
     * @param version the one the change was made to
     * @return the new version
     * @throws InvalidFormException naming each wrong field
     * @throws RecordChangedException when someone else changed it meanwhile; nothing is written
     * @throws ProblemException 404 when the clinic has no such record, or it was merged into another
     */
    @Transactional
    public int update(UUID id, int version, RecordDraft draft) {
        var content = checked(draft);
        if (id.equals(content.referredBy())) {
            throw invalid("referredBy", "not_an_option");
        }
        var changed = records.update(id, version, seal.close(id, content), index(content), clock.instant());
        if (changed == 0) {
            var current = get(id);
            if (current.status() == PatientStatus.MERGED) {
                throw ProblemException.notFound();
            }
            throw new RecordChangedException(current);
        }
        audit.record("patient.changed", RESOURCE, id, id);
        return version + 1;
    }

    /** Sets a record active or inactive. @throws ProblemException 404 when there is none, or it was merged */
    @Transactional
    public void setActive(UUID id, boolean active) {
        var status = active ? PatientStatus.ACTIVE : PatientStatus.INACTIVE;
        if (records.setStatus(id, status.code(), clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record(active ? "patient.activated" : "patient.deactivated", RESOURCE, id, id);
    }

    private RecordDraft checked(RecordDraft draft) {
        var checked = check(draft);
        if (!checked.right()) {
            throw new InvalidFormException(checked.errors());
        }
        var referrer = checked.content().referredBy();
        if (referrer != null && !records.exists(referrer)) {
            throw invalid("referredBy", "not_an_option");
        }
        return checked.content();
    }

    private ContactIndex index(RecordDraft content) {
        return new ContactIndex(
                tokens.name(content.givenName(), content.familyName()),
                tokens.email(content.email()),
                tokens.phone(content.phone()));
    }

    private static InvalidFormException invalid(String key, String code) {
        return new InvalidFormException(List.of(new FieldError(key, code, List.of())));
    }
}
