package org.carewright.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsComposerTests {

    /** GSM 03.38's basic table without its national letters. */
    private static final Pattern GSM = Pattern.compile("[A-Za-z0-9 \\n@$_!\"#%&'()*+,./:;<=>?-]*");

    private static final int TWO_PARTS = 306;

    private final SmsComposer composer = MessageFixtures.smsComposer();

    @ParameterizedTest
    @EnumSource
    void tellsNothingAboutThePatientsHealth(MessageTemplate template) {
        var text = composer.compose(template, Locale.ENGLISH, MessageFixtures.values());

        Arrays.stream(Placeholder.values())
                .filter(placeholder -> !placeholder.allowedInSms())
                .forEach(placeholder -> assertThat(text).doesNotContain("<" + placeholder.text() + ">"));
        assertThat(text).contains("<clinicName>").doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource
    void fitsIntoTwoPartsAndTellsHowToStop(MessageTemplate template) {
        var text = composer.compose(template, Locale.ENGLISH, ordinaryValues());

        assertThat(text).matches(GSM).hasSizeLessThanOrEqualTo(TWO_PARTS).endsWith("Reply STOP to opt out.");
    }

    @Test
    void carriesTheLinkWhereTheVisitCanStillBeChanged() {
        assertThat(composer.compose(MessageTemplate.APPOINTMENT_REMINDER, Locale.ENGLISH, ordinaryValues()))
                .contains("Change or cancel: https://");
        assertThat(composer.compose(MessageTemplate.APPOINTMENT_CANCELLED, Locale.ENGLISH, ordinaryValues()))
                .doesNotContain("https://");
    }

    @Test
    void writesPlainCharactersForThoseThatMakeAMessageDear() {
        var values = MessageFixtures.valuesWith(Placeholder.START_TIME, "3:30\u202fPM");
        values.put(Placeholder.CLINIC_NAME.text(), "Ann\u2019s \u201cClinic\u201d \u2013 East");

        assertThat(composer.compose(MessageTemplate.APPOINTMENT_CONFIRMED, Locale.ENGLISH, values))
                .matches(GSM)
                .contains("3:30 PM", "Ann's \"Clinic\" - East");
    }

    @Test
    void shortensNamesButNeverTheLink() {
        var link = "https://clinic.example/m/" + "x".repeat(80);
        var values = MessageFixtures.valuesWith(Placeholder.CLINIC_NAME, "Very long ".repeat(200));
        values.put(Placeholder.MANAGE_URL.text(), link);

        assertThat(composer.compose(MessageTemplate.APPOINTMENT_CONFIRMED, Locale.ENGLISH, values))
                .contains(link)
                .hasSizeLessThan(500);
    }

    private static Map<String, String> ordinaryValues() {
        return Map.of(
                "clinicName", "Posture Perfect",
                "patientGivenName", "Ann",
                "serviceName", "First assessment",
                "startDate", "Wednesday, September 30, 2026",
                "startTime", "12:30 PM",
                "timeZone", "Eastern Time",
                "durationMinutes", "60",
                "manageUrl", "https://www.posture-perfect.example/m/" + "x".repeat(43),
                "reservationId", "R-2026-000123");
    }
}
