package org.carewright.documents.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * A PDF that is being written. Places are millimetres from the current page's upper left corner, and what is given as
 * top is the upper edge. Not for use by several threads.
 */
public final class PdfPages implements AutoCloseable {

    private final PDDocument document;
    private final TextLines lines;
    private final TextFit fit;
    private final Map<Face, EmbeddedFace> faces = new LinkedHashMap<>();
    private final List<Page> pages = new ArrayList<>();
    private final PdfStructure structure = new PdfStructure();
    private Page current;

    private record Page(PDPage page, Paper paper, PageContent content) {}

    PdfPages(PDDocument document, PdfFonts fonts, Locale language) {
        this.document = document;
        var shaper = new Shaper(fonts, language);
        this.lines = new TextLines(shaper, language);
        this.fit = new TextFit(shaper, lines);
    }

    /** Starts a new page; what is drawn next goes onto it. */
    public void page(Paper paper) {
        var page = new PDPage(new PDRectangle(paper.width() * Paper.POINTS, paper.height() * Paper.POINTS));
        page.setResources(new PDResources());
        document.addPage(page);
        current = new Page(page, paper, new PageContent(paper));
        pages.add(current);
    }

    /** How many pages there are. */
    public int pages() {
        return pages.size();
    }

    /** Goes back to a page, from 0. */
    void turnTo(int index) {
        current = pages.get(index);
    }

    /** Draws a part of the document that is read as such, with all its lines or parts in it. */
    public void part(PdfTag tag, Runnable drawing) {
        structure.part(tag, drawing);
    }

    /** Draws a picture or a code. @param alternative what is read instead of it */
    public void figure(String alternative, Runnable drawing) {
        structure.figure(alternative, drawing);
    }

    /** Draws what says nothing new, e.g. a repeated heading; readers skip it. */
    public void decoration(Runnable drawing) {
        structure.decoration(drawing);
    }

    /** Lines that are read together. */
    void paragraph(Runnable drawing) {
        structure.paragraph(drawing);
    }

    /**
     * Writes a text into a box: in lines of its width, smaller when it doesn't fit, cut with "…" when it still doesn't.
     *
     * @return the height used, in millimetres
     */
    public float block(String text, float x, float top, float width, float height, TextStyle style) {
        var fitting = fit.block(text, width, height, style);
        structure.paragraph(() -> {
            for (var i = 0; i < fitting.lines().size(); i++) {
                var under = top + i * fitting.style().lineHeight();
                line(fitting.lines().get(i), x, under, width, fitting.style());
            }
        });
        return fitting.height();
    }

    /** Writes a text in one line: smaller when it doesn't fit, cut with "…" when it still doesn't. */
    public void line(String text, float x, float top, float width, TextStyle style) {
        var fitting = fit.line(text, width, style);
        var lower = (style.size() - fitting.style().size()) / 2 / Paper.POINTS;
        line(fitting.text(), x, top + lower, width, fitting.style());
    }

    /** The text in lines of that width. */
    List<ShapedText> wrap(String text, TextStyle style, float width) {
        return lines.of(text, style, width);
    }

    void line(ShapedText text, float x, float top, float width, TextStyle style) {
        var free = width - text.width() * style.size() / Face.UNITS / Paper.POINTS;
        var start = x
                + switch (style.align()) {
                    case LEFT -> 0;
                    case CENTRE -> free / 2;
                    case RIGHT -> free;
                };
        // Capitals stand in the middle of the line's height.
        var baseline = top + style.lineHeight() / 2 + 0.36f * style.size() / Paper.POINTS;
        structure.text(current.content(), current.page(), () -> {
            for (var run : text.runs()) {
                var face = faces.computeIfAbsent(run.face(), EmbeddedFace::new);
                current.content().glyphs(run, face, fontName(face), style, start, baseline);
            }
        });
    }

    private void shape(Consumer<PageContent> drawing) {
        structure.shape(current.content(), current.page(), () -> drawing.accept(current.content()));
    }

    private String fontName(EmbeddedFace face) {
        var name = "F" + new ArrayList<>(faces.values()).indexOf(face);
        var resources = current.page().getResources().getCOSObject();
        var fonts = resources.getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            fonts = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
        }
        fonts.setItem(COSName.getPDFName(name), face.font());
        return name;
    }

    /** A filled box. @param rgb 0xRRGGBB */
    public void fill(float x, float top, float width, float height, int rgb) {
        shape(content -> {
            content.colour(rgb);
            content.rectangle(x, top, width, height);
        });
    }

    /** A filled box with round corners. @param rgb 0xRRGGBB */
    public void fillRounded(float x, float top, float width, float height, float radius, int rgb) {
        shape(content -> {
            content.colour(rgb);
            content.roundedRectangle(x, top, width, height, radius);
        });
    }

    /** An empty box. @param thickness of its line in millimetres @param rgb 0xRRGGBB */
    public void frame(float x, float top, float width, float height, float thickness, int rgb) {
        shape(content -> {
            content.colour(rgb);
            content.frame(x, top, width, height, thickness);
        });
    }

    /**
     * A Code 128 barcode as wide as the box, black on white; the box should have 3 mm of white on both sides.
     *
     * @param content ASCII; an even number of digits takes the least room
     */
    public void code128(String content, float x, float top, float width, float height) {
        shape(ink -> PdfCodes.code128(ink, content, x, top, width, height));
    }

    /** A QR code with the white space around it that readers need; {@code size} counts both. */
    public void qr(String content, float x, float top, float size) {
        fill(x, top, size, size, 0xffffff);
        shape(ink -> PdfCodes.qr(ink, content, x, top, size));
    }

    /** A picture as large as it fits into the box, at its upper left corner. */
    public void image(BufferedImage picture, float x, float top, float width, float height) {
        var scale = Math.min(width / picture.getWidth(), height / picture.getHeight());
        try {
            var name = current.page().getResources().add(LosslessFactory.createFromImage(document, picture));
            shape(content ->
                    content.image(name.getName(), x, top, picture.getWidth() * scale, picture.getHeight() * scale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The finished document; nothing can be drawn after it. */
    public byte[] bytes() {
        try {
            for (var page : pages) {
                var stream = new PDStream(document);
                try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(page.content().bytes());
                }
                page.page().setContents(stream);
            }
            for (var face : faces.values()) {
                face.embed(document);
            }
            structure.write(document);
            var file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
