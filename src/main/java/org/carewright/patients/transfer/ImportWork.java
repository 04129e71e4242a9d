package org.carewright.patients.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.patients.transfer.ImportMapper.Known;
import org.carewright.patients.transfer.ImportMapper.Piece;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/**
 * Works on an import's rows piece by piece, in the engine's transaction: a piece is done with all that follows from it, or
 * not at all, however often it is tried.
 */
@Component
class ImportWork {

    /** Pieces of one job: some seconds of work. */
    private static final int PIECES_A_JOB = 4;

    /** Kept errors: who has more corrects the file anyway. */
    static final int MOST_ERRORS = 10_000;

    private final ImportMapper imports;
    private final Pieces pieces;
    private final PatientRecords records;
    private final ContactTokens tokens;
    private final ClinicScope clinic;

    ImportWork(ImportMapper imports, Pieces pieces, PatientRecords records, ContactTokens tokens, ClinicScope clinic) {
        this.imports = imports;
        this.pieces = pieces;
        this.records = records;
        this.tokens = tokens;
        this.clinic = clinic;
    }

    /** A row of a piece after its check. */
    private record Checked(int number, RecordDraft content, List<FieldError> errors) {}

    /** Checks the next pieces; nothing is written of them. @return whether all are checked */
    boolean check(PatientImport current) {
        var next = imports.unchecked(current.id(), PIECES_A_JOB);
        for (var piece : next) {
            var rows = rows(current, piece);
            var right = rows.stream().filter(row -> row.errors().isEmpty()).toList();
            var known = new KnownPatients(right);
            var already =
                    (int) right.stream().filter(row -> known.has(row.content())).count();
            keepErrors(current.id(), rows);
            imports.pieceChecked(current.id(), piece.number());
            imports.countChecked(current.id(), rows.size(), rows.size() - right.size(), already);
        }
        return next.size() < PIECES_A_JOB;
    }

    /** Writes the right rows of the next pieces, except of patients who have a record. @return whether all are written */
    boolean write(PatientImport current) {
        var next = imports.unwritten(current.id(), PIECES_A_JOB);
        for (var piece : next) {
            var right = rows(current, piece).stream()
                    .filter(row -> row.errors().isEmpty())
                    .toList();
            var known = new KnownPatients(right);
            var fresh = new ArrayList<RecordDraft>();
            for (var row : right) {
                if (!known.has(row.content())) {
                    fresh.add(row.content());
                    known.add(row.content());
                }
            }
            records.createAll(fresh);
            imports.pieceWritten(current.id(), piece.number());
            imports.countWritten(current.id(), fresh.size());
        }
        return next.size() < PIECES_A_JOB;
    }

    private List<Checked> rows(PatientImport current, Piece piece) {
        var rows = pieces.open(current.id(), piece).stream()
                .map(cells -> new ImportRow(current.columns(), cells, current.dateFormat()))
                .toList();
        var records = this.records.checkAll(rows.stream().map(ImportRow::draft).toList());
        var checked = new ArrayList<Checked>();
        for (var at = 0; at < rows.size(); at++) {
            var errors = new ArrayList<>(rows.get(at).errors());
            errors.addAll(records.get(at).errors());
            checked.add(new Checked(piece.firstRow() + at, records.get(at).content(), errors));
        }
        return checked;
    }

    private void keepErrors(UUID importId, List<Checked> rows) {
        var errors = rows.stream()
                .flatMap(row -> row.errors().stream()
                        .collect(Collectors.toMap(FieldError::key, error -> error, (first, second) -> first))
                        .values()
                        .stream()
                        .map(error -> new RowError(row.number(), error.key(), error.code(), argument(error))))
                .toList();
        if (!errors.isEmpty() && imports.countErrors(importId) < MOST_ERRORS) {
            imports.insertErrors(clinic.required(), importId, errors);
        }
    }

    private static String argument(FieldError error) {
        return error.arguments().isEmpty()
                ? null
                : String.valueOf(error.arguments().get(0));
    }

    /** Who of a piece has a record already: the same name and the same e-mail address, phone or date of birth. */
    private final class KnownPatients {

        private final Map<String, List<Known>> byName = new HashMap<>();

        KnownPatients(List<Checked> rows) {
            var wanted = rows.stream().map(row -> known(row.content())).toList();
            if (!wanted.isEmpty()) {
                imports.known(
                                each(wanted, Known::nameToken),
                                each(wanted, Known::emailToken),
                                each(wanted, Known::phoneToken),
                                each(wanted, one -> Objects.toString(one.dateOfBirth(), null)))
                        .forEach(this::put);
            }
        }

        private static String[] each(List<Known> wanted, Function<Known, String> part) {
            return wanted.stream().map(part).toArray(String[]::new);
        }

        boolean has(RecordDraft content) {
            var wanted = known(content);
            return byName.getOrDefault(wanted.nameToken(), List.of()).stream().anyMatch(each -> same(each, wanted));
        }

        void add(RecordDraft content) {
            put(known(content));
        }

        private void put(Known patient) {
            byName.computeIfAbsent(patient.nameToken(), name -> new ArrayList<>())
                    .add(patient);
        }

        private Known known(RecordDraft content) {
            return new Known(
                    name(content), tokens.email(content.email()), tokens.phone(content.phone()), content.dateOfBirth());
        }

        private String name(RecordDraft content) {
            return tokens.name(content.givenName(), content.familyName());
        }

        private static boolean same(Known one, Known other) {
            return equal(one.emailToken(), other.emailToken())
                    || equal(one.phoneToken(), other.phoneToken())
                    || equal(one.dateOfBirth(), other.dateOfBirth());
        }

        private static boolean equal(Object one, Object other) {
            return one != null && Objects.equals(one, other);
        }
    }
}
