package org.carewright.documents.consent;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.carewright.shared.forms.InvalidFormException;

/**
 * Reads an uploaded signature: a PNG of bounded size with something drawn on it. Only its pixels are kept, so nothing
 * hidden in the file goes anywhere.
 */
final class SignaturePicture {

    /** Bytes. */
    static final int LARGEST = 300_000;
    /** Pixels; sizes are read from the header before the picture is unpacked. */
    static final int WIDEST = 2400;

    static final int TALLEST = 1200;
    private static final int SMALLEST = 16;
    /** A dot or two is no signature. */
    private static final int FEWEST_PIXELS = 30;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final int DARK = 160;

    private SignaturePicture() {}

    /** The drawing, black on white, cut to what is drawn. @throws InvalidFormException naming {@code signature} */
    static BufferedImage read(byte[] upload) {
        if (upload.length > LARGEST) {
            throw Signature.wrong("signature_large");
        }
        if (!Arrays.equals(upload, 0, Math.min(PNG.length, upload.length), PNG, 0, PNG.length)) {
            throw Signature.wrong("signature_form");
        }
        return cut(onWhite(decode(upload)));
    }

    private static BufferedImage decode(byte[] upload) {
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        // A cache file would lay the signature on the disk.
        try (var input = new javax.imageio.stream.MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            return decode(reader, input);
        } catch (IOException | RuntimeException e) {
            if (e instanceof InvalidFormException refused) {
                throw refused;
            }
            // Whatever a broken file makes the decoder throw.
            throw Signature.wrong("signature_form");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream input) throws IOException {
        reader.setInput(input, true, true);
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width > WIDEST || height > TALLEST) {
            throw Signature.wrong("signature_large");
        }
        if (width < SMALLEST || height < SMALLEST) {
            throw Signature.wrong("signature_empty");
        }
        return reader.read(0);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var graphics = flat.createGraphics();
        try {
            graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return flat;
    }

    private static BufferedImage cut(BufferedImage picture) {
        var left = picture.getWidth();
        var top = picture.getHeight();
        var right = -1;
        var bottom = -1;
        var dark = 0;
        var pixels = picture.getRaster();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                if (pixels.getSample(x, y, 0) < DARK) {
                    dark++;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (dark < FEWEST_PIXELS) {
            throw Signature.wrong("signature_empty");
        }
        return picture.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }
}
