package org.carewright.onboarding.clinic;

import java.util.Locale;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.clinics.ClinicStages;
import org.carewright.documents.pdf.Paper;
import org.carewright.documents.pdf.PdfDocuments;
import org.carewright.documents.pdf.PdfPages;
import org.carewright.documents.pdf.TextStyle;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.AccentPalette;
import org.carewright.shared.web.PublicUrl;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The poster for a clinic's waiting room: its QR code leads new patients to registration (ONB-1, PLT-4). */
@Service
public class RegistrationPoster {

    private static final float LEFT = 20;
    private static final float WIDTH = Paper.A4.width() - 2 * LEFT;
    private static final float BAND = 62;
    private static final float CODE = 120;
    private static final int FRAME = 0xc9ced6;

    private final PdfDocuments documents;
    private final ClinicService clinics;
    private final ClinicStages stages;
    private final ClinicScope scope;
    private final PublicUrl address;
    private final MessageSource messages;

    RegistrationPoster(
            PdfDocuments documents,
            ClinicService clinics,
            ClinicStages stages,
            ClinicScope scope,
            PublicUrl address,
            MessageSource messages) {
        this.documents = documents;
        this.clinics = clinics;
        this.stages = stages;
        this.scope = scope;
        this.address = address;
        this.messages = messages;
    }

    /** A finished poster. @param slug of the clinic, for the file's name */
    public record Poster(String slug, byte[] pdf) {}

    /**
     * A4, in one language.
     *
     * @param language null for the clinic's own
     * @throws ProblemException 404 when there is no such clinic
     */
    @Transactional(readOnly = true)
    public Poster make(UUID clinicId, Locale language) {
        stages.find(clinicId).orElseThrow(ProblemException::notFound);
        var clinic = scope.call(clinicId, clinics::current);
        return new Poster(
                clinic.slug(),
                write(
                        clinic,
                        language == null ? Languages.serving(clinic.locale()).orElse(Languages.ENGLISH) : language));
    }

    /** Where the code leads. */
    String registration(Clinic clinic) {
        return address.of("/c/" + clinic.slug() + "/register");
    }

    private byte[] write(Clinic clinic, Locale language) {
        try (var pdf = documents.start(text("poster.title", language), language)) {
            pdf.page(Paper.A4);
            head(pdf, clinic);
            invitation(pdf, language);
            code(pdf, registration(clinic));
            foot(pdf, clinic, language);
            return pdf.bytes();
        }
    }

    private static void head(PdfPages pdf, Clinic clinic) {
        var palette = AccentPalette.of(clinic.accentColour());
        pdf.fill(0, 0, Paper.A4.width(), BAND, colour(palette.fill()));
        pdf.block(
                clinic.name(),
                LEFT,
                20,
                WIDTH,
                BAND - 28,
                TextStyle.points(34).bold().centred().coloured(colour(palette.onFill())));
    }

    private void invitation(PdfPages pdf, Locale language) {
        pdf.block(
                text("poster.title", language),
                LEFT,
                BAND + 10,
                WIDTH,
                18,
                TextStyle.points(30).bold().centred());
        pdf.block(
                text("poster.text", language),
                LEFT + 5,
                BAND + 30,
                WIDTH - 10,
                24,
                TextStyle.points(16).centred());
    }

    private static void code(PdfPages pdf, String registration) {
        var left = (Paper.A4.width() - CODE) / 2;
        var top = BAND + 58;
        pdf.frame(left - 2, top - 2, CODE + 4, CODE + 4, 0.6f, FRAME);
        pdf.qr(registration, left, top, CODE);
    }

    private void foot(PdfPages pdf, Clinic clinic, Locale language) {
        var top = BAND + 58 + CODE + 10;
        pdf.block(
                text("poster.address", language),
                LEFT,
                top,
                WIDTH,
                8,
                TextStyle.points(13).muted().centred());
        pdf.line(
                registration(clinic),
                LEFT,
                top + 8,
                WIDTH,
                TextStyle.points(15).bold().centred());
        pdf.block(
                text("poster.help", language),
                LEFT,
                top + 20,
                WIDTH,
                12,
                TextStyle.points(12).muted().centred());
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static int colour(String css) {
        return Integer.parseInt(css.substring(1), 16);
    }
}
