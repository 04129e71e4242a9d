package org.carewright.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.carewright.shared.language.Languages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPagesTests {

    private static final PdfDocuments DOCUMENTS = new PdfDocuments(new PdfFonts(), Clock.systemUTC());

    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(Languages.ENGLISH, "I agree to the treatment – Zoë Łukasiewicz, 20 €."),
                Arguments.of(Languages.TRADITIONAL_CHINESE, "本人同意接受治療，已閱讀臺灣診所的說明。"),
                Arguments.of(Languages.SIMPLIFIED_CHINESE, "本人同意接受治疗，已阅读诊所的说明。"),
                Arguments.of(Languages.JAPANESE, "私は治療に同意し、診療所の説明を読みました。辻・峠"),
                Arguments.of(Languages.HINDI, "मैं उपचार के लिए सहमति देता हूँ। क्षत्रिय श्रीमती किर्ति ₹५००"),
                Arguments.of(Languages.HINDI, "भुगतान कैसे करें, कुल देय राशि: ₹1,25,000.00"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void textCanBeFoundAndCopiedAsItWasWritten(Locale language, String sentence) throws IOException {
        for (var style :
                new TextStyle[] {TextStyle.points(11), TextStyle.points(11).bold()}) {
            var file = pdf(language, pdf -> pdf.block(sentence, 20, 20, 170, 20, style));

            assertThat(text(file).strip()).isEqualTo(sentence);
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void everyFontIsInTheFileWithTheUsedGlyphsOnly(Locale language, String sentence) throws IOException {
        var file = pdf(language, pdf -> pdf.block(sentence, 20, 20, 170, 20, TextStyle.points(11)));

        assertThat(file.length).isLessThan(60_000);
        try (var document = Loader.loadPDF(file)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name))
                        .isInstanceOf(PDType0Font.class)
                        .matches(font -> font.isEmbedded());
            }
        }
    }

    @Test
    void devanagariIsShapedNotSetLetterByLetter() {
        var shaper = new Shaper(new PdfFonts(), Languages.HINDI);
        var apart = Stream.of("क", "्", "ष", "ि")
                .map(letter -> number(shaper, letter, 0))
                .toList();

        var conjunct = shaper.shape("क्षि", false).runs().get(0);

        assertThat(conjunct.glyphs()).hasSize(2);
        assertThat(conjunct.glyphs()).extracting(ShapedText.Glyph::number).doesNotContain(apart.get(0), apart.get(2));
        assertThat(conjunct.glyphs()).extracting(ShapedText.Glyph::text).containsExactly("क्षि", "");
    }

    @Test
    void everyCharacterOfTheFiveLanguagesHasAGlyph() {
        var fonts = new PdfFonts();
        var missing = new HashSet<String>();
        var ranges = new int[][] {
            {0x20, 0x7e},
            {0xa0, 0x17f},
            {0x901, 0x939},
            {0x93c, 0x94d},
            {0x964, 0x970},
            {0x3001, 0x3011},
            {0x3041, 0x3094},
            {0x30a1, 0x30fc},
            {0x4e00, 0x9fa5},
            {0xff01, 0xff5e}
        };
        for (var range : ranges) {
            for (var codePoint = range[0]; codePoint <= range[1]; codePoint++) {
                var character = Character.toString(codePoint);
                if (!fonts.choice(character, false, Languages.JAPANESE)
                        .of(codePoint)
                        .shows(codePoint)) {
                    missing.add(Integer.toHexString(codePoint));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\",\"x\")",
                "<script>alert(1)</script>",
                "') Tj ET Q /JS (app.alert(1)) ",
                "%PDF-1.7 endstream endobj",
                "${7*7} #{7*7} {{7*7}} '; drop table patients.patient; --",
                "\\u0000 \\) ( < > [ ] { } / %"
            })
    void whateverIsTypedIsTextAndNothingElse(String typed) throws IOException {
        var file = pdf(Languages.ENGLISH, pdf -> pdf.block(typed, 20, 20, 170, 60, TextStyle.points(11)));

        assertThat(text(file).strip()).isEqualTo(typed.strip());
        try (var document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
    }

    @Test
    void charactersThatTurnOrHideTextAreLeftOut() throws IOException {
        var file = pdf(
                Languages.ENGLISH,
                pdf -> pdf.line(
                        "I \u202edo not\u202c agree\u0000\u0007\ud800\u2066!", 20, 20, 170, TextStyle.points(11)));

        assertThat(text(file).strip()).isEqualTo("I do not agree!");
    }

    @Test
    void aLongTextIsMadeSmallerAndThenCutSoThatItStaysInItsBox() throws IOException {
        var file = pdf(Languages.ENGLISH, pdf -> {
            pdf.line("Wolfeschlegelsteinhausenbergerdorff ".repeat(9), 20, 20, 100, TextStyle.points(12));
            pdf.block("word ".repeat(400), 20, 40, 50, 20, TextStyle.points(12));
        });

        var lines = text(file).strip().split("\n");
        assertThat(lines[0]).endsWith("…").hasSizeLessThan(100);
        assertThat(lines[lines.length - 1]).endsWith("…");
        assertThat(ink(file, 121, 0, 200, 60)).isFalse();
        assertThat(ink(file, 20, 61, 100, 100)).isFalse();
    }

    @Test
    void linesBreakBetweenWordsAndBetweenChineseCharacters() {
        var shaper = new Shaper(new PdfFonts(), Languages.TRADITIONAL_CHINESE);
        var lines = new TextLines(shaper, Languages.TRADITIONAL_CHINESE);

        assertThat(lines.of("one two three four", TextStyle.points(12), 20))
                .extracting(ShapedText::text)
                .allMatch(line -> "one two three four".contains(line))
                .hasSizeGreaterThan(1);
        assertThat(lines.of("本人同意接受治療，已閱讀說明。", TextStyle.points(12), 22))
                .extracting(ShapedText::text)
                .hasSizeGreaterThan(2)
                .noneMatch(line -> line.startsWith("，") || line.startsWith("。"));
    }

    @Test
    void barcodeAndQrCodeAreReadBackAsTheyWereGiven() throws Exception {
        var file = pdf(Languages.ENGLISH, pdf -> pdf.code128("0123456789012345", 20, 20, 60, 15));
        assertThat(decode(file)).isEqualTo("0123456789012345");

        var address = "https://clinic.example/c/bright-dental/register";
        var second = pdf(Languages.ENGLISH, pdf -> pdf.qr(address, 20, 20, 40));
        assertThat(decode(second)).isEqualTo(address);
    }

    private static String decode(byte[] file) throws Exception {
        try (var document = Loader.loadPDF(file)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 200);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    private static boolean ink(byte[] file, int left, int top, int right, int bottom) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 25.4f);
            for (var x = left; x < right; x++) {
                for (var y = top; y < bottom; y++) {
                    if ((image.getRGB(x, y) & 0xff) < 0xf0) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static byte[] pdf(Locale language, Consumer<PdfPages> drawing) {
        try (var pdf = DOCUMENTS.start("Test", language)) {
            pdf.page(Paper.A4);
            drawing.accept(pdf);
            return pdf.bytes();
        }
    }

    private static String text(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int number(Shaper shaper, String text, int at) {
        return shaper.shape(text, false).runs().get(0).glyphs().get(at).number();
    }
}
