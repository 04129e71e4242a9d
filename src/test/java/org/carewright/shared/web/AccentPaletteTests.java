package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccentPaletteTests {

    static Stream<String> coloursOfAllKinds() {
        return IntStream.range(0, 216)
                .mapToObj(i -> String.format("#%02x%02x%02x", i / 36 * 51, i / 6 % 6 * 51, i % 6 * 51));
    }

    @ParameterizedTest
    @MethodSource("coloursOfAllKinds")
    void staysReadableForEveryAccent(String accent) {
        var palette = AccentPalette.of(accent);
        assertThat(AccentPalette.contrast(palette.fill(), palette.onFill())).isGreaterThanOrEqualTo(4.5);
        assertThat(AccentPalette.contrast(palette.textOnLight(), AccentPalette.LIGHT_SURFACE))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(AccentPalette.contrast(palette.textOnDark(), AccentPalette.DARK_SURFACE))
                .isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void measuresContrastAsTheGuidelinesDo() {
        assertThat(AccentPalette.contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(AccentPalette.contrast("#767676", "#ffffff")).isBetween(4.53, 4.55);
    }

    @Test
    void keepsAnAccentThatIsReadableAlready() {
        assertThat(AccentPalette.of("#14535c").fill()).isEqualTo("#14535c");
    }

    @Test
    void refusesWhatIsNotAColour() {
        assertThatIllegalArgumentException().isThrownBy(() -> AccentPalette.of("red;}"));
    }
}
