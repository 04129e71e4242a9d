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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The fonts of our PDFs: Kurinto Sans for Latin, Devanagari and most scripts, Noto Sans TC and SC for Chinese and
 * Japanese; all under the SIL Open Font License. Read from disk when the first PDF is written, kept afterwards.
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

    private Loaded loaded;

    private record Loaded(Face regular, Face bold, Face traditional, Face simplified) {}

    /** Which face shows a text's characters. */
    FaceChoice choice(String text, boolean bold, Locale language) {
        var faces = faces();
        var main = bold ? faces.bold() : faces.regular();
        if (language.getLanguage().equals("ja")) {
            return japanese(main, faces);
        }
        var ordered = language.equals(Locale.SIMPLIFIED_CHINESE)
                ? List.of(faces.simplified(), faces.traditional())
                : List.of(faces.traditional(), faces.simplified());
        // One face for the whole text if there is one: else a line mixes two national forms.
        var first = ordered.stream()
                .filter(face -> text.codePoints().filter(PdfFonts::isCjk).allMatch(face::shows))
                .findFirst()
                .orElse(ordered.get(0));
        var second = ordered.get(0) == first ? ordered.get(1) : ordered.get(0);
        var chinese = language.getLanguage().equals("zh");
        return codePoint -> isCjk(codePoint) || (chinese && isSharedPunctuation(codePoint))
                ? firstThatShows(codePoint, first, second, main)
                : firstThatShows(codePoint, main, first, second);
    }

    /** Traditional forms are nearer to Japanese characters, but Japanese punctuation stands where it does in SC. */
    private static FaceChoice japanese(Face main, Loaded faces) {
        return codePoint -> {
            if (CJK_BLOCKS.contains(UnicodeBlock.of(codePoint)) || isSharedPunctuation(codePoint)) {
                return firstThatShows(codePoint, faces.simplified(), main);
            }
            return isCjk(codePoint)
                    ? firstThatShows(codePoint, faces.traditional(), faces.simplified(), main)
                    : firstThatShows(codePoint, main, faces.traditional(), faces.simplified());
        };
    }

    private static Face firstThatShows(int codePoint, Face... faces) {
        return Stream.of(faces)
                .filter(face -> face.shows(codePoint))
                .findFirst()
                .orElse(faces[0]);
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

    private synchronized Loaded faces() {
        if (loaded == null) {
            loaded = new Loaded(
                    face("KurintoSans-Regular", "Kurinto/KurintoSans-Rg", false),
                    face("KurintoSans-Bold", "Kurinto/KurintoSans-Bd", false),
                    face("NotoSansTC-Regular", "NotoSansTC/NotoSansTC-Regular", true),
                    face("NotoSansSC-Regular", "NotoSansSC/NotoSansSC-Regular", true));
        }
        return loaded;
    }

    private static Face face(String name, String path, boolean thickened) {
        return new Face(name, file(name, "/fonts/ttf/" + path + ".ttf"), thickened);
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
