package org.carewright.documents.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * The tree of a document's parts (tagged PDF): every text belongs to one of them, in the order of reading; shapes and
 * what is said to be decoration are marked as such, and readers skip them.
 */
final class PdfStructure {

    private static final String DOCUMENT = "Document";
    private static final String FIGURE = "Figure";
    private static final COSName TABS = COSName.getPDFName("Tabs");

    /** Types that hold other parts and no text of their own. */
    private static final Set<String> CONTAINERS = Set.of(DOCUMENT, PdfTag.TABLE.type(), PdfTag.ROW.type());

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final Map<PDPage, COSArray> parents = new LinkedHashMap<>();
    private int decorating;

    PdfStructure() {
        var all = new PDStructureElement(DOCUMENT, root);
        root.appendKid(all);
        open.push(all);
    }

    void part(PdfTag tag, Runnable drawing) {
        var part = new PDStructureElement(tag.type(), open.peek());
        if (tag.scope() != null) {
            var scope = new PDTableAttributeObject();
            scope.setScope(tag.scope());
            part.addAttribute(scope);
        }
        inside(part, drawing);
    }

    void figure(String alternative, Runnable drawing) {
        var part = new PDStructureElement(FIGURE, open.peek());
        part.setAlternateDescription(alternative);
        inside(part, drawing);
    }

    /** In the part that is open when it may hold text, else in a paragraph of its own. */
    void paragraph(Runnable drawing) {
        if (decorating > 0 || !CONTAINERS.contains(open.peek().getStructureType())) {
            drawing.run();
        } else {
            part(PdfTag.PARAGRAPH, drawing);
        }
    }

    private void inside(PDStructureElement part, Runnable drawing) {
        if (decorating > 0) {
            drawing.run();
            return;
        }
        open.peek().appendKid(part);
        open.push(part);
        try {
            drawing.run();
        } finally {
            open.pop();
        }
    }

    void decoration(Runnable drawing) {
        decorating++;
        try {
            drawing.run();
        } finally {
            decorating--;
        }
    }

    /** Marks what is drawn as text of the open part. */
    void text(PageContent content, PDPage page, Runnable drawing) {
        paragraph(() -> mark(content, page, decorating > 0, drawing));
    }

    /** Marks what is drawn as a part of the open figure, or as decoration outside of one. */
    void shape(PageContent content, PDPage page, Runnable drawing) {
        var figure = open.peek().getStructureType().equals(FIGURE);
        mark(content, page, decorating > 0 || !figure, drawing);
    }

    private void mark(PageContent content, PDPage page, boolean decoration, Runnable drawing) {
        if (decoration) {
            content.beginDecoration();
        } else {
            var ofPage = parents.computeIfAbsent(page, each -> new COSArray());
            var reference = new PDMarkedContentReference();
            reference.setPage(page);
            reference.setMCID(ofPage.size());
            content.begin(open.peek().getStructureType(), ofPage.size());
            ofPage.add(open.peek().getCOSObject());
            open.peek().appendKid(reference);
        }
        drawing.run();
        content.end();
    }

    /** Puts the tree into the document. */
    void write(PDDocument document) throws IOException {
        var numbers = new LinkedHashMap<Integer, PDParentTreeValue>();
        parents.forEach((page, elements) -> {
            page.setStructParents(numbers.size());
            page.getCOSObject().setItem(TABS, COSName.getPDFName("S"));
            numbers.put(numbers.size(), new PDParentTreeValue(elements));
        });
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(numbers.size());
        var mark = new PDMarkInfo();
        mark.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(mark);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
