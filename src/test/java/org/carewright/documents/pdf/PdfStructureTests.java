package org.carewright.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.carewright.shared.language.Languages;
import org.junit.jupiter.api.Test;

/** What is read aloud of a PDF: its parts in the order of reading, and nothing that only decorates. */
class PdfStructureTests {

    private static final PdfDocuments DOCUMENTS = new PdfDocuments(new PdfFonts(), Clock.systemUTC());
    private static final TextStyle BODY = TextStyle.points(10);

    /** A part of the tree with all the text in it. */
    private record Part(String type, String text) {}

    @Test
    void partsAreReadInTheOrderInWhichTheyAreDrawn() throws IOException {
        var parts = read(flow -> {
            flow.title("Invoice", BODY, 1);
            flow.text("Two lines\nof one text", BODY, 1);
            flow.heading("How to pay", BODY);
            flow.foot("At the foot");
        });

        assertThat(parts)
                .containsExactly(
                        new Part("H1", "Invoice"),
                        new Part("P", "Two lines of one text"),
                        new Part("H2", "How to pay"));
    }

    @Test
    void aTableHasRowsOfHeadingsAndCells() throws IOException {
        var columns = List.of(PdfColumn.text("What", 0.5f), PdfColumn.amount("Amount", 0.5f));

        var parts = read(flow -> {
            flow.table(columns, List.of(List.of("Visit", "$1.00")), 0);
            flow.sums(List.of(PdfSum.strong("Total", "$1.00")), 0);
        });

        assertThat(parts)
                .containsExactly(
                        new Part("TH", "What"),
                        new Part("TH", "Amount"),
                        new Part("TD", "Visit"),
                        new Part("TD", "$1.00"),
                        new Part("TH", "Total"),
                        new Part("TD", "$1.00"));
    }

    @Test
    void headingsRepeatedOnTheNextPageAreReadOnce() throws IOException {
        var columns = List.of(PdfColumn.text("What", 1));
        var rows = IntStream.range(0, 120).mapToObj(i -> List.of("Row " + i)).toList();

        var parts = read(flow -> flow.table(columns, rows, 0));

        assertThat(parts.stream().filter(part -> part.type().equals("TH"))).hasSize(1);
        assertThat(parts.stream().filter(part -> part.type().equals("TD"))).hasSize(120);
        assertThat(parts.get(120)).isEqualTo(new Part("TD", "Row 119"));
    }

    @Test
    void aCodeSaysWhatItIsFor() throws IOException {
        try (var document = Loader.loadPDF(write(flow -> flow.qr("upi://pay", "Code to pay", 30)))) {
            var figure = (PDStructureElement) top(document).getKids().get(0);

            assertThat(figure.getStructureType()).isEqualTo("Figure");
            assertThat(figure.getAlternateDescription()).isEqualTo("Code to pay");
        }
    }

    @Test
    void aDocumentIsMarkedAsTaggedWithLanguageAndTitle() throws IOException {
        try (var document = Loader.loadPDF(write(flow -> flow.text("पाठ", BODY, 1)))) {
            var catalog = document.getDocumentCatalog();

            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("hi");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Test");
            assertThat(catalog.getStructureTreeRoot().getParentTree().getNumbers())
                    .hasSize(1);
        }
    }

    private static byte[] write(Consumer<PdfFlow> drawing) {
        try (var pdf = DOCUMENTS.start("Test", Languages.HINDI)) {
            drawing.accept(new PdfFlow(pdf));
            return pdf.bytes();
        }
    }

    private static List<Part> read(Consumer<PdfFlow> drawing) throws IOException {
        try (var document = Loader.loadPDF(write(drawing))) {
            var texts = new HashMap<PDPage, Map<Integer, String>>();
            for (var page : document.getPages()) {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                var ofPage = new HashMap<Integer, String>();
                extractor.getMarkedContents().forEach(content -> ofPage.put(content.getMCID(), text(content)));
                texts.put(page, ofPage);
            }
            var parts = new ArrayList<Part>();
            collect(top(document), texts, parts);
            return parts;
        }
    }

    private static PDStructureElement top(PDDocument document) {
        return (PDStructureElement)
                document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
    }

    private static void collect(PDStructureNode node, Map<PDPage, Map<Integer, String>> texts, List<Part> parts) {
        var lines = new ArrayList<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDMarkedContentReference reference) {
                lines.add(texts.get(reference.getPage()).get(reference.getMCID()));
            } else if (kid instanceof PDStructureElement element) {
                collect(element, texts, parts);
            }
        }
        if (!lines.isEmpty()) {
            parts.add(new Part(((PDStructureElement) node).getStructureType(), String.join(" ", lines)));
        }
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .map(each -> each instanceof TextPosition letter
                        ? letter.getUnicode()
                        : each instanceof PDMarkedContent inner ? text(inner) : "")
                .collect(Collectors.joining());
    }
}
