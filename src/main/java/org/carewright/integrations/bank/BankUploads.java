package org.carewright.integrations.bank;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statement files between upload and decision (BIL-3): people see what a file would do before it does it. */
@Service
public class BankUploads {

    /** Whoever hasn't decided by then uploads it again. */
    private static final Duration KEPT = Duration.ofDays(2);

    private static final int LONGEST_ACCOUNT = 60;

    private final BankUploadMapper uploads;
    private final BankStatements statements;
    private final Sealing sealing;
    private final ClinicScope clinic;
    private final Clock clock;

    BankUploads(BankUploadMapper uploads, BankStatements statements, Sealing sealing, ClinicScope clinic, Clock clock) {
        this.uploads = uploads;
        this.statements = statements;
        this.sealing = sealing;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** A file that waits. @param account the clinic's name for its account */
    public record Upload(UUID id, String account, Currency currency, DateOrder order, Instant uploadedAt) {}

    /** A file that was booked. @param known lines that an earlier file had brought already */
    public record Booked(UUID id, String account, int lines, int known, Instant importedAt) {}

    /**
     * Keeps a file, sealed.
     *
     * @throws ProblemException {@code bank_account_missing}, {@code bank_file_empty}, {@code bank_file_too_long} (422)
     */
    @Transactional
    public UUID keep(String account, Currency currency, DateOrder order, byte[] file, UUID by) {
        refuse(
                account == null || account.isBlank() || account.strip().length() > LONGEST_ACCOUNT,
                "bank_account_missing");
        refuse(file.length == 0, "bank_file_empty");
        refuse(file.length > BankStatements.LARGEST_BYTES, "bank_file_too_long");
        var id = UUID.randomUUID();
        var sealed = sealing.seal(clinic.required(), label(id), file);
        uploads.removeBefore(clock.instant().minus(KEPT));
        uploads.insert(id, account.strip(), currency.getCurrencyCode(), order.name(), sealed, by, clock.instant());
        return id;
    }

    /** @throws ProblemException 404, also when it was booked or given up */
    @Transactional(readOnly = true)
    public Upload get(UUID id) {
        return required(id).toUpload();
    }

    /** What booking it would bring now. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public StatementPreview preview(UUID id) {
        var row = required(id);
        return statements.preview(
                row.account(), row.toUpload().currency(), row.toUpload().order(), open(row));
    }

    /** Takes its lines; the file is gone then. @throws ProblemException 404 */
    @Transactional
    public ImportResult book(UUID id, UUID by) {
        var row = required(id);
        var result = statements.take(
                row.account(), row.toUpload().currency(), row.toUpload().order(), open(row), by);
        if (result instanceof ImportResult.Imported) {
            uploads.remove(id);
        }
        return result;
    }

    /** Gives it up. @throws ProblemException 404 */
    @Transactional
    public void discard(UUID id) {
        required(id);
        uploads.remove(id);
    }

    /** The clinic's names for its accounts, as written last. */
    @Transactional(readOnly = true)
    public List<String> accounts() {
        return uploads.accounts();
    }

    /** Files that were booked, newest first. */
    @Transactional(readOnly = true)
    public List<Booked> booked(int limit) {
        return uploads.booked(limit);
    }

    private byte[] open(BankUploadMapper.UploadRow row) {
        return sealing.open(clinic.required(), label(row.id()), row.fileSealed());
    }

    private BankUploadMapper.UploadRow required(UUID id) {
        var row = uploads.find(id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static String label(UUID id) {
        return "bank_upload.file:" + id;
    }

    private static void refuse(boolean wrong, String code) {
        if (wrong) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, code);
        }
    }
}
