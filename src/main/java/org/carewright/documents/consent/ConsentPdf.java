package org.carewright.documents.consent;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.documents.PrintedName;
import org.carewright.documents.pdf.PdfDocuments;
import org.carewright.documents.pdf.PdfFlow;
import org.carewright.documents.pdf.TextStyle;
import org.carewright.patients.record.PatientRecord;
import org.carewright.shared.language.Languages;
import org.carewright.shared.web.AccentPalette;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a signed consent: its words, who signed it, when and how, in the language in which it was signed. */
@Component
class ConsentPdf {

    private static final TextStyle BODY = TextStyle.points(10.5f);

    private final PdfDocuments documents;
    private final MessageSource messages;

    ConsentPdf(PdfDocuments documents, MessageSource messages) {
        this.documents = documents;
        this.messages = messages;
    }

    /**
     * What was signed.
     *
     * @param picture the drawn signature; null when the name was typed
     */
    record Signing(
            UUID id, ConsentToSign consent, PatientRecord patient, Signer signer, BufferedImage picture, Instant at) {}

    byte[] write(Signing signing, Clinic clinic) {
        var language = Languages.offered(signing.consent().language()).orElse(Languages.ENGLISH);
        try (var pdf = documents.start(text(language, "consent.pdf.title"), language)) {
            var flow = new PdfFlow(pdf);
            words(flow, signing, clinic, language);
            signature(flow, signing, clinic, language);
            flow.foot(clinic.name() + " · " + signing.consent().wording().title() + " · "
                    + text(language, "consent.pdf.version", signing.consent().number()));
            return pdf.bytes();
        }
    }

    private void words(PdfFlow flow, Signing signing, Clinic clinic, Locale language) {
        var accent = Integer.parseInt(
                AccentPalette.of(clinic.accentColour()).textOnLight().substring(1), 16);
        flow.text(clinic.name(), TextStyle.points(10).bold().coloured(accent), 0);
        flow.rule(accent);
        flow.space(2);
        flow.text(signing.consent().wording().title(), TextStyle.points(19).bold(), 1);
        flow.text(
                text(language, "consent.pdf.version", signing.consent().number()),
                TextStyle.points(9).muted(),
                4);
        for (var passage : signing.consent().wording().passages()) {
            if (passage.heading()) {
                flow.heading(passage.text(), TextStyle.points(12.5f).bold());
            } else {
                flow.text(passage.text(), BODY, 2.8f);
            }
        }
    }

    private void signature(PdfFlow flow, Signing signing, Clinic clinic, Locale language) {
        var signer = signing.signer();
        flow.space(3);
        flow.keep(85);
        flow.rule(0xc9ced6);
        flow.text(text(language, "consent.pdf.agreed"), BODY.bold(), 4);
        if (signing.picture() == null) {
            flow.signature(signer.name(), 80, 14);
            flow.text(
                    text(language, "consent.pdf.typed"), TextStyle.points(8.5f).muted(), 4);
        } else {
            flow.signature(signing.picture(), 80, 24);
            flow.text(
                    text(language, "consent.pdf.drawn"), TextStyle.points(8.5f).muted(), 4);
        }
        flow.fact(text(language, "consent.pdf.signer"), signer.name());
        flow.fact(
                text(language, "consent.pdf.relation"),
                text(language, "consent.relation." + signer.relation().code()));
        flow.fact(text(language, "consent.pdf.patient"), PrintedName.of(signing.patient()));
        var born = signing.patient().content().dateOfBirth();
        if (born != null) {
            flow.fact(text(language, "consent.pdf.born"), day(language).format(born));
        }
        flow.fact(text(language, "consent.pdf.number"), signing.patient().barcode());
        flow.fact(text(language, "consent.pdf.at"), moment(language, clinic).format(signing.at()));
        flow.fact(text(language, "consent.pdf.id"), signing.id().toString());
        flow.fact(text(language, "consent.pdf.hash"), twoLines(signing.consent()));
    }

    /** Of one length, so that two of them can be compared by eye. */
    private static String twoLines(ConsentToSign consent) {
        var digits = HexFormat.of().formatHex(consent.wording().hash(consent.language()));
        return digits.substring(0, digits.length() / 2) + "\n" + digits.substring(digits.length() / 2);
    }

    private static DateTimeFormatter day(Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    }

    /** With the zone: a signature's time must not depend on who reads it where. */
    private static DateTimeFormatter moment(Locale language, Clinic clinic) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
                .withLocale(language)
                .withZone(clinic.timeZone());
    }

    private String text(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
