package org.carewright.documents.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A face within one document: which of its glyphs are used, and for which characters. PDFBox's own embedding knows one
 * glyph for each character; here each pair of glyph and characters gets a code of its own, so that a shaped text can
 * be searched and copied as it was written.
 */
final class EmbeddedFace {

    private static final int SYMBOLIC = 4;
    private static final int STEM = 80;
    /** Entries in one section of a ToUnicode map, by the format's rule. */
    private static final int SECTION = 100;

    private final Face face;
    private final Map<Code, Integer> codes = new HashMap<>();
    private final List<Code> ordered = new ArrayList<>();
    private final COSDictionary font = new COSDictionary();

    private record Code(int glyph, String text) {}

    EmbeddedFace(Face face) {
        this.face = face;
    }

    Face face() {
        return face;
    }

    /** The font as pages refer to it; complete after {@link #embed}. */
    COSDictionary font() {
        return font;
    }

    /** The code of a glyph that shows those characters, from 1. */
    int code(int glyph, String text) {
        return codes.computeIfAbsent(new Code(glyph, text), code -> {
            ordered.add(code);
            return ordered.size();
        });
    }

    /** Writes the font with what is used of it. */
    void embed(PDDocument document) throws IOException {
        var file = new ByteArrayOutputStream();
        var used = ordered.stream().map(Code::glyph).collect(Collectors.toSet());
        var numbers = face.subset(used, file);
        var name = COSName.getPDFName(tag() + "+" + face.name());
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, array(descendant(document, name, file.toByteArray(), numbers)));
        font.setItem(COSName.TO_UNICODE, stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII)));
    }

    private COSDictionary descendant(PDDocument document, COSName name, byte[] file, Map<Integer, Integer> numbers)
            throws IOException {
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setItem(COSName.BASE_FONT, name);
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor(document, name, file));
        var widths = new COSArray();
        ordered.forEach(code -> widths.add(COSInteger.get(face.width(code.glyph()))));
        descendant.setItem(COSName.W, array(COSInteger.ONE, widths));
        descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphMap(numbers)));
        return descendant;
    }

    private COSDictionary descriptor(PDDocument document, COSName name, byte[] file) throws IOException {
        var box = face.box();
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        var corners = new COSArray();
        for (var corner : box) {
            corners.add(new COSFloat(corner));
        }
        descriptor.setItem(COSName.FONT_BBOX, corners);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setFloat(COSName.DESCENT, box[1]);
        descriptor.setFloat(COSName.ASCENT, box[3]);
        descriptor.setFloat(COSName.CAP_HEIGHT, Face.UNITS * 0.7f);
        descriptor.setInt(COSName.STEM_V, STEM);
        var program = stream(document, file);
        program.setInt(COSName.LENGTH1, file.length);
        descriptor.setItem(COSName.FONT_FILE2, program);
        return descriptor;
    }

    /** Two bytes for each code: the glyph's number in the embedded file. */
    private byte[] glyphMap(Map<Integer, Integer> numbers) {
        var map = new byte[2 * (ordered.size() + 1)];
        for (var code = 1; code <= ordered.size(); code++) {
            int glyph = numbers.get(ordered.get(code - 1).glyph());
            map[2 * code] = (byte) (glyph >> 8);
            map[2 * code + 1] = (byte) glyph;
        }
        return map;
    }

    private String toUnicode() {
        var lines = new ArrayList<String>();
        for (var code = 1; code <= ordered.size(); code++) {
            var text = ordered.get(code - 1).text();
            if (!text.isEmpty()) {
                lines.add("<%04x> <%s>".formatted(code, hex(text)));
            }
        }
        var map = new StringBuilder(
                """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <ffff>
                endcodespacerange
                """);
        for (var from = 0; from < lines.size(); from += SECTION) {
            var section = lines.subList(from, Math.min(from + SECTION, lines.size()));
            map.append(section.size()).append(" beginbfchar\n");
            map.append(String.join("\n", section)).append("\nendbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    /** A text's UTF-16 code units in hexadecimal digits. */
    static String hex(String text) {
        return text.chars().mapToObj("%04x"::formatted).collect(Collectors.joining());
    }

    /** Six letters that differ when the used glyphs differ, as the format asks of a cut font. */
    private String tag() {
        var letters = new StringBuilder();
        for (long left = Integer.toUnsignedLong(ordered.hashCode()); letters.length() < 6; left /= 26) {
            letters.append((char) ('A' + left % 26));
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }

    private static COSArray array(org.apache.pdfbox.cos.COSBase... items) {
        var array = new COSArray();
        for (var item : items) {
            array.add(item);
        }
        return array;
    }

    private static COSStream stream(PDDocument document, byte[] content) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }
}
