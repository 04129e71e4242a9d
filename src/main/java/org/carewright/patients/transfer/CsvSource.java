package org.carewright.patients.transfer;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file's text and its column separator, found out from its beginning without reading the rest. Bytes that are no text in
 * that encoding become U+FFFD, which the check of each field refuses.
 */
final class CsvSource {

    /** Bytes by which encoding and separator are recognised. */
    private static final int SAMPLE = 64 * 1024;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final Charset charset;
    private final char separator;
    private final Reader reader;

    private CsvSource(Charset charset, char separator, Reader reader) {
        this.charset = charset;
        this.separator = separator;
        this.reader = reader;
    }

    Charset charset() {
        return charset;
    }

    char separator() {
        return separator;
    }

    Reader reader() {
        return reader;
    }

    /** @param told the encoding somebody chose; empty to find out */
    static CsvSource of(InputStream file, Optional<Charset> told) throws IOException {
        var buffered = new BufferedInputStream(file, SAMPLE);
        buffered.mark(SAMPLE);
        var sample = buffered.readNBytes(SAMPLE - 1);
        buffered.reset();
        var charset = told.orElseGet(() -> recognised(sample));
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(buffered, decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return new CsvSource(charset, separator(new String(sample, charset)), reader);
    }

    private static Charset recognised(byte[] sample) {
        if (startsWith(sample, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(sample) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    /** The sample may end within a character; that alone is no error. */
    private static boolean isUtf8(byte[] sample) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var result = decoder.decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), false);
        return !result.isError();
    }

    private static boolean startsWith(byte[] sample, int first, int second) {
        return sample.length > 1 && (sample[0] & 0xFF) == first && (sample[1] & 0xFF) == second;
    }

    /** The one that stands most often in the first line outside quotes. */
    private static char separator(String sample) {
        var best = ',';
        var most = 0;
        for (var candidate : SEPARATORS) {
            var count = count(sample, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static int count(String sample, char wanted) {
        var count = 0;
        var quoted = false;
        for (var at = 0; at < sample.length(); at++) {
            var c = sample.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n') {
                break;
            } else if (!quoted && c == wanted) {
                count++;
            }
        }
        return count;
    }
}
