package org.carewright.patients.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports of files of patients (ONB-6): received, checked without writing anything, decided by somebody, written. The work
 * is {@code PatientImportProcess}'s, in the clinic in scope.
 */
@Service
public class PatientImports {

    private static final String RESOURCE = "patient-import";

    private final ImportMapper imports;
    private final ImportWork work;
    private final Pieces pieces;
    private final Processes processes;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PatientImports(
            ImportMapper imports,
            ImportWork work,
            Pieces pieces,
            Processes processes,
            AuditLog audit,
            ClinicScope clinic,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.work = work;
        this.pieces = pieces;
        this.processes = processes;
        this.audit = audit;
        this.clinic = clinic;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Receives a file and has it checked. Pieces are kept while the file arrives, each in a transaction of its own; a file
     * that breaks off leaves an import that is discarded after a day.
     *
     * @param encoding empty to find out
     * @return the import's id
     * @throws ProblemException {@code import_empty}, {@code import_headings}, {@code import_broken},
     *     {@code import_too_long} (422): nothing of the file is kept
     */
    @Transactional(propagation = Propagation.NEVER)
    public UUID receive(StaffPrincipal person, InputStream content, Optional<Charset> encoding, DateFormat dates)
            throws IOException {
        var file = ImportFile.open(content, encoding);
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            imports.insert(clinic.required(), id, dates.code(), person.accountId(), clock.instant());
            var instance = processes.start(
                    ImportVariables.PROCESS_ID, id, Map.of(ImportVariables.IMPORT_ID.name(), id.toString()));
            imports.linkProcess(id, instance);
            audit.record("patients.import-received", RESOURCE, id, null);
        });
        try {
            keep(id, file);
        } catch (ProblemException e) {
            transaction.executeWithoutResult(status -> imports.deletePieces(id));
            throw e;
        }
        transaction.executeWithoutResult(status -> {
            imports.received(
                    id, file.columns().toArray(String[]::new), file.charset().name(), file.read());
            processes.correlate(ImportVariables.FILE_RECEIVED, get(id).processInstanceId(), Map.of());
        });
        return id;
    }

    private void keep(UUID id, ImportFile file) {
        var number = 0;
        while (true) {
            // The headings' row is the first.
            var firstRow = file.read() + 2;
            var rows = file.next();
            if (rows.isEmpty()) {
                break;
            }
            var piece = number++;
            transaction.executeWithoutResult(status -> pieces.keep(id, piece, firstRow, rows));
        }
        if (number == 0) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "import_empty");
        }
    }

    /** An import. @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public PatientImport get(UUID id) {
        return Optional.ofNullable(imports.byId(id))
                .map(ImportMapper.ImportRecord::open)
                .orElseThrow(ProblemException::notFound);
    }

    /** The newest imports. */
    @Transactional(readOnly = true)
    public List<PatientImport> newest(int limit) {
        return imports.newest(limit).stream()
                .map(ImportMapper.ImportRecord::open)
                .toList();
    }

    /** What is wrong with rows, by row, at most so many. */
    @Transactional(readOnly = true)
    public List<RowError> errors(UUID id, int limit) {
        return imports.errors(id, limit);
    }

    /** Checks the next rows. @return whether all are checked */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean checkNext(UUID id) {
        var done = work.check(get(id));
        if (done) {
            imports.setStatus(id, ImportStatus.CHECKED.code(), null);
        }
        return done;
    }

    /** Writes the next rows. @return whether all are written */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean writeNext(UUID id) {
        imports.setStatus(id, ImportStatus.IMPORTING.code(), null);
        return work.write(get(id));
    }

    /** The import is over: the file's rows go, counts and errors stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID id) {
        var written = get(id).rowsWritten();
        imports.deletePieces(id);
        imports.setStatus(id, ImportStatus.DONE.code(), clock.instant());
        audit.record("patients.imported", RESOURCE, id, null, AuditLog.SUCCESS, written + " records");
    }

    /** Nothing is imported: the file's rows go. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(UUID id) {
        imports.deletePieces(id);
        imports.setStatus(id, ImportStatus.DISCARDED.code(), clock.instant());
        audit.record("patients.import-discarded", RESOURCE, id, null);
    }

    /**
     * Decides a checked import.
     *
     * @throws ProblemException 404 without such an import, {@code import_decided} (409) when nobody is asked any more
     */
    @Transactional
    public void decide(UUID id, boolean wanted) {
        var task = processes
                .openTask(get(id).processInstanceId(), ImportVariables.DECIDE)
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "import_decided"));
        processes.complete(task, Map.of(ImportVariables.DECISION.name(), wanted ? "import" : "discard"));
        if (wanted) {
            imports.setStatus(id, ImportStatus.IMPORTING.code(), null);
        }
    }
}
