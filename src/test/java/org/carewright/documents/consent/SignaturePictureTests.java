package org.carewright.documents.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.carewright.shared.forms.InvalidFormException;
import org.junit.jupiter.api.Test;

/** A drawn signature is an upload from anyone: only a picture comes in, and only its pixels stay. */
class SignaturePictureTests {

    private static final String FORM = "signature_form";
    private static final String LARGE = "signature_large";
    private static final String EMPTY = "signature_empty";

    @Test
    void keepsWhatIsDrawnOnTransparentGroundBlackOnWhite() {
        var picture = SignaturePicture.read(drawing(600, 200));

        assertThat(picture.getWidth()).isBetween(390, 430);
        assertThat(picture.getHeight()).isBetween(90, 130);
        assertThat(picture.getRaster().getSample(0, picture.getHeight() - 1, 0)).isGreaterThan(200);
    }

    @Test
    void keepsNothingThatIsHiddenInTheFile() throws IOException {
        var clean = drawing(600, 200);
        var loaded = withText(clean, "Comment\0<script>alert(1)</script>");
        var trailed = Arrays.copyOf(loaded, loaded.length + 20);

        var kept = new ByteArrayOutputStream();
        ImageIO.write(SignaturePicture.read(trailed), "png", kept);

        assertThat(kept.toString(StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void refusesWhatIsNoPng() throws IOException {
        assertRefused(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), FORM);
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), FORM);
        assertRefused(new byte[0], FORM);
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        assertRefused(jpeg.toByteArray(), FORM);
        assertRefused(Arrays.copyOf(drawing(600, 200), 8), FORM);
        assertRefused(Arrays.copyOf(drawing(600, 200), 60), FORM);
    }

    @Test
    void refusesAFileOrAPictureThatIsTooLargeBeforeItIsUnpacked() {
        assertRefused(Arrays.copyOf(drawing(600, 200), SignaturePicture.LARGEST + 1), LARGE);
        var bomb = drawing(600, 200);
        // 100,000 x 100,000 pixels by its header: unpacked it would need 10 GB.
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);
        var sum = new CRC32();
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
        assertRefused(bomb, LARGE);
    }

    @Test
    void refusesAnEmptyPictureAndADot() {
        assertRefused(png(new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB)), EMPTY);
        var dot = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
        dot.setRGB(300, 100, 0xff000000);
        assertRefused(png(dot), EMPTY);
        assertRefused(png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), EMPTY);
    }

    @Test
    void readsACanvassDataUrlAndNothingElse() {
        var url = "data:image/png;base64," + Base64.getEncoder().encodeToString(drawing(600, 200));

        assertThat(Signature.Drawn.fromDataUrl(url).png()).isEqualTo(drawing(600, 200));
        for (var other : new String[] {
            "data:image/svg+xml;base64,PHN2Zy8+",
            "https://evil.example/x.png",
            "data:image/png;base64,%%%",
            "file:///etc/passwd"
        }) {
            assertThatExceptionOfType(InvalidFormException.class)
                    .isThrownBy(() -> Signature.Drawn.fromDataUrl(other))
                    .satisfies(e -> assertThat(e.errors().get(0).code()).isEqualTo(FORM));
        }
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> Signature.Drawn.fromDataUrl(""))
                .satisfies(e -> assertThat(e.errors().get(0).code()).isEqualTo("required"));
    }

    private static void assertRefused(byte[] upload, String code) {
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> SignaturePicture.read(upload))
                .satisfies(e -> {
                    assertThat(e.errors().get(0).key()).isEqualTo(Signature.DRAWING_FIELD);
                    assertThat(e.errors().get(0).code()).isEqualTo(code);
                });
    }

    /** A PNG as a canvas makes it: dark strokes on nothing. */
    static byte[] drawing(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0x16191d));
        graphics.setStroke(new BasicStroke(4));
        graphics.drawLine(100, 50, 300, 150);
        graphics.drawLine(300, 150, 500, 50);
        graphics.dispose();
        return png(picture);
    }

    private static byte[] png(BufferedImage picture) {
        try {
            var file = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PNG with a text chunk after its header. */
    private static byte[] withText(byte[] png, String text) {
        var content = text.getBytes(StandardCharsets.ISO_8859_1);
        var chunk = ByteBuffer.allocate(12 + content.length);
        chunk.putInt(content.length)
                .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                .put(content);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + content.length);
        chunk.putInt((int) sum.getValue());
        var header = 33;
        return ByteBuffer.allocate(png.length + chunk.capacity())
                .put(png, 0, header)
                .put(chunk.array())
                .put(png, header, png.length - header)
                .array();
    }
}
