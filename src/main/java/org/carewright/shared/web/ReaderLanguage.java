package org.carewright.shared.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page is one we have texts in, so that words, dates and the page's {@code lang} agree. The regions
 * matter for dates and amounts.
 */
@Configuration(proxyBeanMethods = false)
class ReaderLanguage {

    private static final List<Locale> SPOKEN = List.of(
            Locale.US,
            Locale.ENGLISH,
            Locale.UK,
            Locale.CANADA,
            Locale.forLanguageTag("en-IN"),
            Locale.forLanguageTag("en-AU"),
            Locale.forLanguageTag("en-NZ"),
            Locale.forLanguageTag("en-IE"));

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(SPOKEN);
        resolver.setDefaultLocale(Locale.US);
        return resolver;
    }
}
