package org.carewright.shared.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The links with which a reader chooses a language; {@code fragments/layout.html} shows them. */
@Component("languageMenu")
public class LanguageMenu {

    /**
     * A link.
     *
     * @param tag the language's own tag, for {@code lang} and {@code hreflang}
     * @param name as the language calls itself
     * @param current whether the page is in it
     */
    public record Choice(String tag, String name, String href, boolean current) {}

    /** The same page in each language; none for staff, and none after a form was sent, whose entries would be lost. */
    public List<Choice> choices(Locale shown) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return List.of();
        }
        var request = attributes.getRequest();
        if (!"GET".equals(request.getMethod()) || ReaderLanguage.isForStaff(request)) {
            return List.of();
        }
        var current =
                Languages.serving(shown).orElse(Languages.ENGLISH).getLanguage().equals("en")
                        ? Languages.ENGLISH
                        : shown;
        return Languages.offered().stream()
                .map(language -> new Choice(
                        language.toLanguageTag(), name(language), href(request, language), language.equals(current)))
                .toList();
    }

    private static String name(Locale language) {
        // Chinese is two offers: the name of the script tells them apart, the name of the country would not please all.
        return switch (language.toLanguageTag()) {
            case "zh-TW" -> "繁體中文";
            case "zh-CN" -> "简体中文";
            default -> language.getDisplayLanguage(language);
        };
    }

    private static String href(HttpServletRequest request, Locale language) {
        return UriComponentsBuilder.fromPath("")
                .query(request.getQueryString())
                .replaceQueryParam(ReaderLanguage.PARAMETER, language.toLanguageTag())
                .build()
                .toUriString();
    }
}
