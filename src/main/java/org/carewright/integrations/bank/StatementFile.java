package org.carewright.integrations.bank;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The rows of a CSV file, whatever its encoding and separator. */
final class StatementFile {

    static final int MOST_ROWS = 50_000;

    private static final int SAMPLE_ROWS = 60;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private StatementFile() {}

    /** @throws IOException when it is no CSV or has more rows than {@link #MOST_ROWS} */
    static List<List<String>> rows(byte[] file) throws IOException {
        var text = text(file);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .get();
        var rows = new ArrayList<List<String>>();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            for (var row : parser) {
                if (rows.size() == MOST_ROWS) {
                    throw new IOException("Too many rows");
                }
                rows.add(row.toList());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows;
    }

    private static String text(byte[] file) {
        var decoded = decoded(file);
        return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }

    private static String decoded(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return new String(file, StandardCharsets.UTF_16LE);
        }
        if (file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return new String(file, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** The separator that stands most often in the first lines: a bank's own lines before the table have hardly any. */
    private static char separator(String text) {
        var sample = text.lines().limit(SAMPLE_ROWS).reduce("", String::concat);
        var best = SEPARATORS[0];
        for (var candidate : SEPARATORS) {
            if (count(sample, candidate) > count(sample, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
