package org.carewright.shared.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A text as a QR code. */
public final class QrCode {

    /** Modules of free space around the code, which readers need. */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    /** An SVG picture without a size of its own, black on white in dark mode too: readers need the contrast. */
    public static String svg(String text) {
        var modules = modules(text);
        var size = modules.length + 2 * QUIET_ZONE;
        var path = new StringBuilder();
        for (var y = 0; y < modules.length; y++) {
            for (var x = 0; x < modules[y].length; x++) {
                if (modules[y][x] == 1) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>")
                .formatted(size, path);
    }

    /** The picture as an address for {@code <img src>}. */
    public static String dataUri(String text) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(text).getBytes(StandardCharsets.UTF_8));
    }

    /** The code's modules row by row, 1 for dark, without free space around: four modules of it are needed. */
    public static byte[][] modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix().getArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
