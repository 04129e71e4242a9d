package org.carewright.documents.card;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.PrintedName;
import org.carewright.documents.pdf.Paper;
import org.carewright.documents.pdf.PdfDocuments;
import org.carewright.documents.pdf.PdfPages;
import org.carewright.documents.pdf.TextStyle;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.AccentPalette;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Card and labels of a patient of the clinic in scope, as PDF (ONB-2). Barcode and QR code hold the patient's number and
 * nothing else: it leads to a record only for who is signed in. Reads aren't audited here; see {@link PatientRecords}.
 */
@Service
public class PatientCards {

    /** Most labels in one file. */
    public static final int MOST_LABELS = 50;

    private static final Pattern FOUR_DIGITS = Pattern.compile("(\\d{4})(?=\\d)");
    private static final float EDGE = 6;

    private final PatientRecords records;
    private final ClinicService clinics;
    private final PdfDocuments documents;
    private final MessageSource messages;

    PatientCards(PatientRecords records, ClinicService clinics, PdfDocuments documents, MessageSource messages) {
        this.records = records;
        this.clinics = clinics;
        this.documents = documents;
        this.messages = messages;
    }

    /**
     * The patient's card, of a bank card's size, in the patient's language. It has no date of birth: it is carried
     * around.
     *
     * @throws ProblemException 404 when the clinic has no such patient
     */
    @Transactional(readOnly = true)
    public byte[] card(UUID patientId) {
        var patient = records.get(patientId);
        var language = language(patient);
        try (var pdf = documents.start(messages.getMessage("card.title", null, language), language)) {
            draw(pdf, patient, clinics.current(), language);
            return pdf.bytes();
        }
    }

    private void draw(PdfPages pdf, PatientRecord patient, Clinic clinic, Locale language) {
        var accent = AccentPalette.of(clinic.accentColour());
        pdf.page(Paper.CARD);
        pdf.fill(0, 0, Paper.CARD.width(), 12.5f, rgb(accent.fill()));
        pdf.line(
                clinic.name(),
                EDGE,
                3.4f,
                Paper.CARD.width() - 2 * EDGE,
                TextStyle.points(11).bold().coloured(rgb(accent.onFill())));
        pdf.line(
                messages.getMessage("card.title", null, language),
                EDGE,
                14.6f,
                48,
                TextStyle.points(6.5f).muted());
        pdf.block(
                PrintedName.of(patient),
                EDGE,
                17.6f,
                49,
                13.5f,
                TextStyle.points(13).bold());
        pdf.code128(patient.barcode(), EDGE, 36.5f, 47, 8.5f);
        pdf.line(
                grouped(patient.barcode()), EDGE, 45.8f, 47, TextStyle.points(8).centred());
        pdf.qr(patient.barcode(), 57.6f, 14, 24);
        pdf.line(
                clinic.phone() == null ? "" : clinic.phone(),
                55,
                39.5f,
                26,
                TextStyle.points(7).right());
        pdf.block(
                messages.getMessage("card.show", null, language),
                55,
                43,
                26,
                6.5f,
                TextStyle.points(6).muted().right());
    }

    /**
     * Labels for files and tubes: name, date of birth and number, so that two marks can be compared.
     *
     * @param copies one page each, from 1 to {@link #MOST_LABELS}; what is beyond is brought within
     * @throws ProblemException 404 when the clinic has no such patient
     */
    @Transactional(readOnly = true)
    public byte[] labels(UUID patientId, int copies) {
        var patient = records.get(patientId);
        var language = language(patient);
        try (var pdf = documents.start(messages.getMessage("card.label.title", null, language), language)) {
            for (var copy = 0; copy < Math.max(1, Math.min(copies, MOST_LABELS)); copy++) {
                label(pdf, patient, language);
            }
            return pdf.bytes();
        }
    }

    private void label(PdfPages pdf, PatientRecord patient, Locale language) {
        pdf.page(Paper.LABEL);
        pdf.line(PrintedName.of(patient), 3, 2, 56, TextStyle.points(11).bold());
        var born = patient.content().dateOfBirth();
        if (born != null) {
            // Staff of every country read this form the same way.
            var date = DateTimeFormatter.ISO_LOCAL_DATE.format(born);
            pdf.line(messages.getMessage("card.born", new Object[] {date}, language), 3, 7.6f, 40, TextStyle.points(8));
        }
        pdf.code128(patient.barcode(), 3, 13, 38, 9);
        pdf.line(grouped(patient.barcode()), 3, 22.8f, 38, TextStyle.points(8).centred());
        pdf.qr(patient.barcode(), 42.5f, 9.5f, 17.5f);
    }

    private static String grouped(String barcode) {
        return FOUR_DIGITS.matcher(barcode).replaceAll("$1 ");
    }

    private static Locale language(PatientRecord patient) {
        return Languages.serving(Locale.forLanguageTag(patient.content().language()))
                .orElse(Languages.ENGLISH);
    }

    private static int rgb(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }
}
