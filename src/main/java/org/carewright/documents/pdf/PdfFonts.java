package org.carewright.documents.pdf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fonts of our PDFs: Kurinto Sans for Latin, Devanagari and most scripts, Noto Sans TC and SC for Chinese and
 * Japanese; all under the SIL Open Font License. Each is read when the first text needs it and kept afterwards: the
 * Chinese ones take 54 MB, which a clinic without such texts never spends.
 */
@Component
class PdfFonts {

    private static final Set<UnicodeScript> CJK_SCRIPTS =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO);
    private static final Set<UnicodeBlock> CJK_BLOCKS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.CJK_COMPATIBILITY_FORMS);
    /** Wide in Chinese and Japanese, narrow elsewhere. */
    private static final String SHARED_PUNCTUATION = "“”‘’…—·";

    private final Supplier<Face> regular = face("KurintoSans-Regular", "Kurinto/KurintoSans-Rg", false);
    private final Supplier<Face> bold = face("KurintoSans-Bold", "Kurinto/KurintoSans-Bd", false);
    private final Supplier<Face> traditional = face("NotoSansTC-Regular", "NotoSansTC/NotoSansTC-Regular", true);
    private final Supplier<Face> simplified = face("NotoSansSC-Regular", "NotoSansSC/NotoSansSC-Regular", true);

    /** Which face shows a text's characters. */
    FaceChoice choice(String text, boolean heavy, Locale language) {
        var main = heavy ? bold : regular;
        if (language.getLanguage().equals("ja")) {
            return japanese(main);
        }
        var ordered = language.equals(Locale.SIMPLIFIED_CHINESE)
                ? List.of(simplified, traditional)
                : List.of(traditional, simplified);
        // One face for the whole text if there is one: else a line mixes two national forms.
        var first = ordered.stream()
                .filter(face -> text.codePoints().filter(PdfFonts::isCjk).allMatch(cjk -> face.get()
                        .shows(cjk)))
                .findFirst()
                .orElse(ordered.get(0));
        var second = ordered.get(0) == first ? ordered.get(1) : ordered.get(0);
        var chinese = language.getLanguage().equals("zh");
        return codePoint -> isCjk(codePoint) || (chinese && isSharedPunctuation(codePoint))
                ? firstThatShows(codePoint, List.of(first, second, main))
                : firstThatShows(codePoint, List.of(main, first, second));
    }

    /** Traditional forms are nearer to Japanese characters, but Japanese punctuation stands where it does in SC. */
    private FaceChoice japanese(Supplier<Face> main) {
        return codePoint -> {
            if (CJK_BLOCKS.contains(UnicodeBlock.of(codePoint)) || isSharedPunctuation(codePoint)) {
                return firstThatShows(codePoint, List.of(simplified, main));
            }
            return isCjk(codePoint)
                    ? firstThatShows(codePoint, List.of(traditional, simplified, main))
                    : firstThatShows(codePoint, List.of(main, traditional, simplified));
        };
    }

    private static Face firstThatShows(int codePoint, List<Supplier<Face>> faces) {
        return faces.stream()
                .map(Supplier::get)
                .filter(face -> face.shows(codePoint))
                .findFirst()
                .orElseGet(faces.get(0));
    }

    private static boolean isSharedPunctuation(int codePoint) {
        return SHARED_PUNCTUATION.indexOf(codePoint) >= 0;
    }

    /** Which face shows a character. */
    @FunctionalInterface
    interface FaceChoice {
        Face of(int codePoint);
    }

    private static boolean isCjk(int codePoint) {
        return CJK_SCRIPTS.contains(UnicodeScript.of(codePoint)) || CJK_BLOCKS.contains(UnicodeBlock.of(codePoint));
    }

    private static Supplier<Face> face(String name, String path, boolean thickened) {
        return SingletonSupplier.of(() -> new Face(name, file(name, "/fonts/ttf/" + path + ".ttf"), thickened));
    }

    /** Both readers need a file of its own, not an entry of a jar. */
    private static File file(String name, String resource) {
        try (var font = PdfFonts.class.getResourceAsStream(resource)) {
            if (font == null) {
                throw new IllegalStateException("The build left out the font " + resource);
            }
            var file = Files.createTempFile(name, ".ttf");
            file.toFile().deleteOnExit();
            Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
