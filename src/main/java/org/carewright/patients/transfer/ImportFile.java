package org.carewright.patients.transfer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Reads a file row by row: what is in memory is one piece of it, however long the file. */
final class ImportFile {

    /** Rows of a piece. */
    static final int PIECE = 500;

    /** A clinic has fewer patients; a longer file is no list of patients. */
    static final int MOST_ROWS = 2_000_000;

    /** Characters of one row; a quote that is never closed must not draw the whole file into memory. */
    private static final int LONGEST_ROW = 200_000;

    private final List<String> columns;
    private final Charset charset;
    private final RowLimit limit;
    private final Iterator<CSVRecord> rows;
    private int read;

    private ImportFile(List<String> columns, Charset charset, RowLimit limit, Iterator<CSVRecord> rows) {
        this.columns = columns;
        this.charset = charset;
        this.limit = limit;
        this.rows = rows;
    }

    /**
     * Opens a file and reads its headings.
     *
     * @throws ProblemException {@code import_empty} without a row, {@code import_headings} when given and family name have
     *     no column
     */
    static ImportFile open(InputStream file, Optional<Charset> encoding) throws IOException {
        var source = CsvSource.of(file, encoding);
        var limit = new RowLimit(source.reader());
        var parser = CSVParser.builder()
                .setReader(limit)
                .setFormat(CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(source.separator())
                        .setIgnoreEmptyLines(true)
                        .get())
                .get();
        var rows = parser.iterator();
        try {
            if (!rows.hasNext()) {
                throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "import_empty");
            }
            var columns = ImportColumns.of(rows.next().toList());
            if (!columns.contains(ImportColumns.GIVEN_NAME) || !columns.contains(ImportColumns.FAMILY_NAME)) {
                throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "import_headings");
            }
            return new ImportFile(columns, source.charset(), limit, rows);
        } catch (UncheckedIOException e) {
            throw broken(e);
        }
    }

    List<String> columns() {
        return columns;
    }

    Charset charset() {
        return charset;
    }

    /** Number of rows read so far, without the headings. */
    int read() {
        return read;
    }

    /** The next rows, at most {@link #PIECE}; none at the end. @throws ProblemException when the file isn't CSV */
    List<List<String>> next() {
        var piece = new ArrayList<List<String>>();
        try {
            while (piece.size() < PIECE) {
                limit.restart();
                if (!rows.hasNext()) {
                    break;
                }
                piece.add(rows.next().toList());
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw broken(e);
        }
        read += piece.size();
        if (read > MOST_ROWS) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "import_too_long");
        }
        return piece;
    }

    private static ProblemException broken(RuntimeException e) {
        if (e.getCause() instanceof IOException cause && !(cause instanceof RowTooLong) && !isSyntax(cause)) {
            throw e;
        }
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "import_broken");
    }

    /** What the parser itself says is an IOException too; what the network says comes from Tomcat. */
    private static boolean isSyntax(IOException e) {
        return e.getClass().getName().startsWith("org.apache.commons.csv") || e.getClass() == IOException.class;
    }

    private static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what is read for one row. */
    private static final class RowLimit extends FilterReader {

        private int count;

        RowLimit(Reader reader) {
            super(reader);
        }

        void restart() {
            count = 0;
        }

        @Override
        public int read() throws IOException {
            var c = super.read();
            count(1);
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            count += read;
            if (count > LONGEST_ROW) {
                throw new RowTooLong();
            }
        }
    }
}
