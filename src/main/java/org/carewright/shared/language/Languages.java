package org.carewright.shared.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages there are texts in (PLT-7), and which of them serves whom. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale TRADITIONAL_CHINESE = Locale.TAIWAN;
    public static final Locale SIMPLIFIED_CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale JAPANESE = Locale.JAPANESE;
    public static final Locale HINDI = Locale.forLanguageTag("hi");

    /** In the order in which they are offered. */
    private static final List<Locale> OFFERED =
            List.of(ENGLISH, TRADITIONAL_CHINESE, SIMPLIFIED_CHINESE, JAPANESE, HINDI);

    /** English is one set of texts; the region matters for dates and amounts. */
    private static final List<Locale> ENGLISH_REGIONS = List.of(
            Locale.US,
            Locale.UK,
            Locale.CANADA,
            Locale.forLanguageTag("en-IN"),
            Locale.forLanguageTag("en-AU"),
            Locale.forLanguageTag("en-NZ"),
            Locale.forLanguageTag("en-IE"));

    /** Where Chinese is written in traditional characters. */
    private static final List<String> TRADITIONAL_REGIONS = List.of("TW", "HK", "MO");

    private Languages() {}

    /** The five languages in the order in which they are offered. */
    public static List<Locale> offered() {
        return OFFERED;
    }

    /** The offered language with exactly that tag. */
    public static Optional<Locale> offered(String tag) {
        return OFFERED.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** What we have for a reader of {@code wanted}: {@code zh-Hant} and {@code zh-HK} give {@code zh-TW}, for example. */
    public static Optional<Locale> serving(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "en" -> Optional.of(ENGLISH_REGIONS.contains(wanted) ? wanted : ENGLISH);
            case "zh" -> Optional.of(isTraditional(wanted) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
            case "ja" -> Optional.of(JAPANESE);
            case "hi" -> Optional.of(HINDI);
            default -> Optional.empty();
        };
    }

    private static boolean isTraditional(Locale chinese) {
        return chinese.getScript().isEmpty()
                ? TRADITIONAL_REGIONS.contains(chinese.getCountry())
                : chinese.getScript().equals("Hant");
    }
}
