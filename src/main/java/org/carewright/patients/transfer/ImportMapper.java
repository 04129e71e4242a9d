package org.carewright.patients.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ImportMapper {

    void insert(UUID clinicId, UUID id, String dateFormat, UUID createdBy, Instant createdAt);

    void linkProcess(UUID id, String processInstanceId);

    ImportRecord byId(UUID id);

    List<ImportRecord> newest(int limit);

    /** The file is there. */
    int received(UUID id, String[] columns, String encoding, int rowsTotal);

    void insertPiece(UUID clinicId, UUID importId, int number, int firstRow, int rowCount, byte[] rowsSealed);

    List<Piece> unchecked(UUID importId, int limit);

    List<Piece> unwritten(UUID importId, int limit);

    void pieceChecked(UUID importId, int number);

    void pieceWritten(UUID importId, int number);

    void countChecked(UUID id, int rows, int wrong, int known);

    void countWritten(UUID id, int rows);

    int setStatus(UUID id, String status, Instant finishedAt);

    int countErrors(UUID importId);

    void insertErrors(UUID clinicId, UUID importId, Collection<RowError> errors);

    List<RowError> errors(UUID importId, int limit);

    void deletePieces(UUID importId);

    /**
     * Records with a wanted name and, in the same place, its e-mail address, phone or date of birth; arrays of equal
     * length, with nulls for what isn't known.
     */
    List<Known> known(String[] names, String[] emails, String[] phones, String[] births);

    /** @param number of the piece in the file */
    record Piece(int number, int firstRow, byte[] rowsSealed) {}

    /** A patient who may be the one in a row: same name. */
    record Known(String nameToken, String emailToken, String phoneToken, LocalDate dateOfBirth) {}

    /** An import's row. */
    record ImportRecord(
            UUID id,
            String status,
            String[] columns,
            String encoding,
            String dateFormat,
            int rowsTotal,
            int rowsChecked,
            int rowsWrong,
            int rowsKnown,
            int rowsWritten,
            String processInstanceId,
            UUID createdBy,
            Instant createdAt,
            Instant finishedAt) {

        PatientImport open() {
            return new PatientImport(
                    id,
                    ImportStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                    List.of(columns),
                    encoding,
                    DateFormat.valueOf(dateFormat.toUpperCase(Locale.ROOT)),
                    rowsTotal,
                    rowsChecked,
                    rowsWrong,
                    rowsKnown,
                    rowsWritten,
                    processInstanceId,
                    createdBy,
                    createdAt,
                    finishedAt);
        }
    }
}
