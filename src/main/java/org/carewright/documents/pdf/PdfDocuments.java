package org.carewright.documents.pdf;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;

/** Starts new PDFs. */
@Component
public class PdfDocuments {

    private final PdfFonts fonts;
    private final Clock clock;

    PdfDocuments(PdfFonts fonts, Clock clock) {
        this.fonts = fonts;
        this.clock = clock;
    }

    /**
     * A PDF without pages yet.
     *
     * @param title shown by readers; names nobody, because it is seen without opening the document
     * @param language of its texts: how lines break, and which national forms Chinese characters have
     */
    public PdfPages start(String title, Locale language) {
        var document = new PDDocument();
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Carewright");
        information.setCreationDate(GregorianCalendar.from(clock.instant().atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(information);
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.toLanguageTag());
        var view = new COSDictionary();
        view.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.getCOSObject().setItem(COSName.VIEWER_PREFERENCES, view);
        return new PdfPages(document, fonts, language);
    }
}
