package org.carewright.onboarding.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.zxing.BarcodeFormat;
import java.util.Locale;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestOpenings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What hangs in a clinic's waiting room (PLT-4, ONB-1). */
@CarewrightTest
class RegistrationPosterTests {

    @Autowired
    RegistrationPoster posters;

    @Autowired
    TestOpenings openings;

    @Autowired
    PublicUrl address;

    @Test
    void itsCodeLeadsToTheClinicsRegistration() {
        var opening = openings.begin();

        var pdf = posters.make(opening.clinicId(), null).pdf();

        var registration = address.of("/c/" + opening.slug() + "/register");
        assertThat(PdfText.scan(pdf, BarcodeFormat.QR_CODE)).isEqualTo(registration);
        assertThat(PdfText.of(pdf)).contains("Harbour Physio", "New here?", registration);
        assertThat(PdfText.pages(pdf)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, 第一次來嗎？", "zh-CN, 第一次来吗？", "ja, 初めてご来院の方へ", "hi, या यह पता ब्राउज़र में खोलें"})
    void comesInEveryLanguage(String language, String words) {
        var opening = openings.begin();

        var pdf = posters.make(opening.clinicId(), Locale.forLanguageTag(language))
                .pdf();

        assertThat(PdfText.of(pdf)).contains(words);
        assertThat(PdfText.pages(pdf)).isEqualTo(1);
    }

    @Test
    void aClinicNobodyKnowsHasNone() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> posters.make(UUID.randomUUID(), null))
                .matches(problem -> problem.code().equals("not_found"));
    }
}
