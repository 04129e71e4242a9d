package org.carewright.documents.pdf;

import com.google.zxing.oned.Code128Writer;
import org.carewright.shared.web.QrCode;

/** Bars and squares that machines read, in black; millimetres as in {@link PdfPages}. */
final class PdfCodes {

    /** Free space around a QR code, in its modules, without which readers fail. */
    private static final int QUIET = 4;

    private PdfCodes() {}

    static void code128(PageContent ink, String content, float x, float top, float width, float height) {
        // With one pixel a module and no margin the writer gives the code's own bars.
        var bars = new Code128Writer().encode(content);
        var module = width / bars.length;
        ink.colour(0);
        for (var i = 0; i < bars.length; i++) {
            var start = i;
            while (i < bars.length && bars[i]) {
                i++;
            }
            if (i > start) {
                ink.rectangle(x + start * module, top, (i - start) * module, height);
            }
        }
    }

    /** @param size with the white space that readers need */
    static void qr(PageContent ink, String content, float x, float top, float size) {
        var modules = QrCode.modules(content);
        var module = size / (modules.length + 2 * QUIET);
        ink.colour(0);
        for (var row = 0; row < modules.length; row++) {
            bars(ink, modules[row], x + QUIET * module, top + (row + QUIET) * module, module);
        }
    }

    private static void bars(PageContent ink, byte[] row, float x, float top, float module) {
        for (var column = 0; column < row.length; column++) {
            var start = column;
            while (column < row.length && row[column] == 1) {
                column++;
            }
            if (column > start) {
                ink.rectangle(x + start * module, top, (column - start) * module, module);
            }
        }
    }
}
