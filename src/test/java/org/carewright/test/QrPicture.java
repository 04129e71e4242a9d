package org.carewright.test;

import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Reads a QR code off the screen, as a phone would. */
public final class QrPicture {

    private QrPicture() {}

    /** What the code shown there says; like a phone it looks again until it sees one. */
    public static String read(Locator shown) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> seen(shown), Objects::nonNull);
    }

    /** @return null when no code can be made out */
    private static String seen(Locator shown) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(shown.screenshot()));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        } catch (NotFoundException | ChecksumException | FormatException e) {
            return null;
        }
    }
}
