package org.carewright.messaging.text;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Composers as the product sets them up, without the product. */
final class MessageFixtures {

    private MessageFixtures() {}

    static MailComposer mailComposer() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return new MailComposer(messages(), engine);
    }

    static SmsComposer smsComposer() {
        return new SmsComposer(messages());
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/messaging");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** A marked value for every placeholder there is. */
    static Map<String, String> values() {
        var values = new HashMap<String, String>();
        Arrays.stream(Placeholder.values())
                .forEach(placeholder -> values.put(placeholder.text(), "<" + placeholder.text() + ">"));
        values.put(Placeholder.MANAGE_URL.text(), "https://clinic.example/m/q1w2e3");
        return values;
    }

    static Map<String, String> valuesWith(Placeholder placeholder, String value) {
        var values = values();
        values.put(placeholder.text(), value);
        return values;
    }

    static Clinic clinic(String accent) {
        return new Clinic(
                UUID.randomUUID(),
                "posture-perfect",
                "Posture Perfect",
                "physiotherapy",
                ZoneId.of("America/New_York"),
                Currency.getInstance("USD"),
                Locale.US,
                "US",
                accent,
                "hello@posture-perfect.example",
                "+12125550100",
                "1 Main Street\nNew York",
                "+12125550101",
                15,
                24);
    }
}
