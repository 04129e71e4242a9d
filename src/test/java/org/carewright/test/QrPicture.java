package org.carewright.test;

import static org.awaitility.Awaitility.await;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads a QR code off the screen, as a phone would. */
public final class QrPicture {

    private QrPicture() {}

    /** What the code shown there says; like a phone it looks again until it sees one. */
    public static String read(Locator shown) {
        return await().until(() -> seen(shown), Objects::nonNull);
    }

    /** @return null when no code can be made out */
    private static String seen(Locator shown) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(shown.screenshot()));
        // Nearer and farther, as a hand moves a phone: few pixels of a small screen make a module.
        return Stream.of(1, 2, 3, 4)
                .map(times -> pixels(enlarged(image, times)))
                .flatMap(source -> Stream.of(new GlobalHistogramBinarizer(source), new HybridBinarizer(source)))
                .map(QrPicture::decoded)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static BufferedImage enlarged(BufferedImage image, int times) {
        var width = image.getWidth() * times;
        var height = image.getHeight() * times;
        var larger = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = larger.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return larger;
    }

    private static LuminanceSource pixels(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static String decoded(Binarizer binarizer) {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        } catch (NotFoundException | ChecksumException | FormatException e) {
            return null;
        }
    }
}
