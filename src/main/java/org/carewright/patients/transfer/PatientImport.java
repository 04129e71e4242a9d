package org.carewright.patients.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One import of a file of patients.
 *
 * @param columns the field for each column of the file, empty for one that isn't known
 * @param encoding the file's, null while it is arriving
 * @param rowsWrong rows that can't be imported as they are
 * @param rowsKnown rows of patients who have a record already
 */
public record PatientImport(
        UUID id,
        ImportStatus status,
        List<String> columns,
        String encoding,
        DateFormat dateFormat,
        int rowsTotal,
        int rowsChecked,
        int rowsWrong,
        int rowsKnown,
        int rowsWritten,
        String processInstanceId,
        UUID createdBy,
        Instant createdAt,
        Instant finishedAt) {

    /** Rows that would be or were imported. */
    public int rowsRight() {
        return rowsChecked - rowsWrong - rowsKnown;
    }

    /** How much of the running step is done, 0 to 100. */
    public int percent() {
        return switch (status) {
            case RECEIVING -> 0;
            case CHECKING -> share(rowsChecked, rowsTotal);
            case IMPORTING -> share(rowsWritten, rowsRight());
            case CHECKED, DONE, DISCARDED -> 100;
        };
    }

    private static int share(int done, int all) {
        return all == 0 ? 100 : (int) Math.min(100, 100L * done / all);
    }
}
