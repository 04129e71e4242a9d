package org.carewright.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");
    private static final String ACCENT = "#0f5c8c";
    /** All but those of messages about money. */
    private static final Set<Placeholder> ABOUT_VISITS = EnumSet.complementOf(
            EnumSet.of(Placeholder.DOCUMENT_NUMBER, Placeholder.AMOUNT, Placeholder.DUE_DATE, Placeholder.PLAN_NAME));

    private final MailComposer composer = MessageFixtures.mailComposer();

    @ParameterizedTest
    @EnumSource
    void everyTemplateIsACompleteMailWithoutOpenPlaceholders(MessageTemplate template) {
        var mail = compose(template, MessageFixtures.values());

        assertThat(mail.subject()).isNotBlank().doesNotContainPattern(PLACEHOLDER);
        assertThat(mail.text()).isNotBlank().doesNotContainPattern(PLACEHOLDER);
        assertThat(body(mail)).doesNotContainPattern(PLACEHOLDER);
    }

    @ParameterizedTest
    @EnumSource
    void listsTheVisitsDetailsWhereItIsAboutAVisit(MessageTemplate template) {
        var mail = compose(template, MessageFixtures.values());

        assertThat(mail.text().contains("<serviceName>")).isEqualTo(template.aboutVisit());
        assertThat(body(mail).contains("&lt;startDate&gt;")).isEqualTo(template.aboutVisit());
    }

    @Test
    void textAndHtmlSayTheSame() {
        var mail = compose(MessageTemplate.APPOINTMENT_CONFIRMED, MessageFixtures.values());

        for (var placeholder : ABOUT_VISITS) {
            var value = MessageFixtures.values().get(placeholder.text());
            assertThat(mail.text()).contains(value);
            assertThat(mail.html()).contains(value.replace("<", "&lt;").replace(">", "&gt;"));
        }
    }

    @Test
    void escapesMarkupInWhatPeopleTyped() {
        var mail = compose(
                MessageTemplate.APPOINTMENT_CANCELLED,
                MessageFixtures.valuesWith(Placeholder.REASON, "<script>alert(1)</script><img src=x onerror=y>"));

        assertThat(mail.html()).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    }

    @Test
    void keepsLineBreaksOutOfSubjectAndGreeting() {
        var values = MessageFixtures.valuesWith(Placeholder.START_DATE, "Monday\r\nBcc: all@example.org");
        values.put(Placeholder.PATIENT_GIVEN_NAME.text(), "Ann\r\n\r\nYou have won");

        var mail = compose(MessageTemplate.APPOINTMENT_CONFIRMED, values);

        assertThat(mail.subject()).doesNotContain("\r", "\n").contains("Monday Bcc: all@example.org");
        assertThat(mail.text()).contains("Hello Ann You have won,");
    }

    @Test
    void leavesAPlaceholderInAValueAsItIs() {
        var mail = compose(
                MessageTemplate.APPOINTMENT_CONFIRMED,
                MessageFixtures.valuesWith(Placeholder.PATIENT_GIVEN_NAME, "{reason} $1 \\"));

        assertThat(mail.text()).contains("Hello {reason} $1 \\,");
    }

    @Test
    void leavesOutDetailsAndButtonWithoutAValue() {
        var values = MessageFixtures.values();
        for (var placeholder : Placeholder.values()) {
            if (!placeholder.required()) {
                values.remove(placeholder.text());
            }
        }

        var mail = compose(MessageTemplate.APPOINTMENT_CONFIRMED, values);

        assertThat(mail.text()).contains("When:").doesNotContain("Fee:", "Reason:", "Where:", "Change or cancel visit");
        assertThat(mail.html()).doesNotContain("Fee", "Reason", "Where", "Change or cancel visit");
    }

    @Test
    void refusesASubjectWithoutARequiredValue() {
        assertThatThrownBy(() -> compose(MessageTemplate.APPOINTMENT_CONFIRMED, Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesALinkThatIsNoWebAddress() {
        var values = MessageFixtures.valuesWith(Placeholder.MANAGE_URL, "javascript:alert(1)");

        assertThatThrownBy(() -> compose(MessageTemplate.APPOINTMENT_CONFIRMED, values))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "ko", "fr", "und"})
    void fallsBackToEnglishAndSaysSo(String language) {
        var mail = composer.compose(
                MessageTemplate.APPOINTMENT_REMINDER,
                Locale.forLanguageTag(language),
                MessageFixtures.clinic(ACCENT),
                MessageFixtures.values());

        assertThat(mail.subject()).startsWith("Reminder: your visit on");
        assertThat(mail.html()).contains("lang=\"en\"");
    }

    @ParameterizedTest
    @CsvSource({"ja, お知らせ：", "zh-TW, 提醒：您", "zh-CN, 提醒：您", "hi, याद दिलाना:"})
    void writesInTheReadersLanguageAndSaysSo(String language, String start) {
        var mail = composer.compose(
                MessageTemplate.APPOINTMENT_REMINDER,
                Locale.forLanguageTag(language),
                MessageFixtures.clinic(ACCENT),
                MessageFixtures.values());

        assertThat(mail.subject()).startsWith(start);
        assertThat(mail.html()).contains("lang=\"" + language + "\"");
    }

    @ParameterizedTest
    @CsvSource({"#0f5c8c, #ffffff", "#f2c230, #101418"})
    void writesTheButtonSoThatItCanBeReadOnTheClinicsColour(String accent, String text) {
        var mail = composer.compose(
                MessageTemplate.APPOINTMENT_CONFIRMED,
                Locale.ENGLISH,
                MessageFixtures.clinic(accent),
                MessageFixtures.values());

        assertThat(mail.html()).contains("background-color:" + accent + ";color:" + text);
    }

    @Test
    void namesTheClinicInTheFooter() {
        var mail = compose(MessageTemplate.APPOINTMENT_DECLINED, MessageFixtures.values());

        assertThat(mail.html()).contains("1 Main Street\nNew York", "+12125550100", "hello@posture-perfect.example");
        assertThat(mail.text()).contains("Posture Perfect\n1 Main Street\nNew York\n+12125550100");
    }

    private ComposedMail compose(MessageTemplate template, Map<String, String> values) {
        return composer.compose(template, Locale.ENGLISH, MessageFixtures.clinic(ACCENT), values);
    }

    /** The style sheet has braces of its own. */
    private static String body(ComposedMail mail) {
        return mail.html().substring(mail.html().indexOf("<body"));
    }
}
