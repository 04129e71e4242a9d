package org.carewright.shared.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTests {

    @ParameterizedTest
    @CsvSource({
        "zh-Hant,zh-TW",
        "zh-HK,zh-TW",
        "zh-Hant-MO,zh-TW",
        "zh-Hans,zh-CN",
        "zh-SG,zh-CN",
        "zh,zh-CN",
        "zh-Hans-HK,zh-CN",
        "ja-JP,ja",
        "hi-IN,hi",
        "en-GB,en-GB",
        "en-ZA,en"
    })
    void servesAReaderWithTheNearestLanguage(String wanted, String served) {
        assertThat(Languages.serving(Locale.forLanguageTag(wanted))).contains(Locale.forLanguageTag(served));
    }

    @Test
    void hasNothingForALanguageWithoutTexts() {
        assertThat(Languages.serving(Locale.FRENCH)).isEmpty();
    }

    @Test
    void offersNothingThatIsNotExactlyOneOfTheFive() {
        assertThat(Languages.offered("ja\r\nSet-Cookie: a=b")).isEmpty();
        assertThat(Languages.offered("JA")).isEmpty();
        assertThat(Languages.offered(null)).isEmpty();
    }
}
