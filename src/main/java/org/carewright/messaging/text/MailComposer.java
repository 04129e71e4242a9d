package org.carewright.messaging.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carewright.clinics.Clinic;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes mails: all templates share one layout, their words are message keys. */
@Component
public class MailComposer {

    private static final String LAYOUT = "mail/message";
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_GREETING = 80;

    /** The visit's details in the order shown; one without a value is left out. */
    private static final List<Detail> DETAILS = List.of(
            new Detail("when", Placeholder.START_DATE),
            new Detail("duration", Placeholder.DURATION_MINUTES),
            new Detail("service", Placeholder.SERVICE_NAME),
            new Detail("practitioner", Placeholder.PRACTITIONER_NAME),
            new Detail("where", Placeholder.ADDRESS),
            new Detail("fee", Placeholder.FEE_TEXT),
            new Detail("reason", Placeholder.REASON),
            new Detail("reservation", Placeholder.RESERVATION_ID));

    private final MessageSource messages;
    private final ITemplateEngine templates;

    MailComposer(MessageSource messages, ITemplateEngine templates) {
        this.messages = messages;
        this.templates = templates;
    }

    /**
     * The mail in the reader's language, in English where there is no such text.
     *
     * @param values by {@link Placeholder#text()}
     * @throws IllegalStateException when a required value is missing
     */
    public ComposedMail compose(MessageTemplate template, Locale locale, Clinic clinic, Map<String, String> values) {
        var words = new MessageWords(messages, locale, values);
        var code = template.code();
        var content = new Content(
                words.text("language"),
                PlainLine.of(words.text(code + ".subject"), LONGEST_SUBJECT),
                words.text(code + ".heading"),
                PlainLine.of(words.text("greeting"), LONGEST_GREETING),
                Arrays.asList(words.text(code + ".body").split("\n\n")),
                template.aboutVisit() ? rows(words) : List.of(),
                action(template, words),
                words.find(code + ".why").orElseGet(() -> words.text("footer.why")),
                words.text("footer.contact"),
                Brand.of(clinic));
        var html = templates.process(LAYOUT, new Context(locale, Map.of("mail", content)));
        return new ComposedMail(content.subject(), PlainMail.of(content), html);
    }

    private static List<Row> rows(MessageWords words) {
        var rows = new ArrayList<Row>();
        for (var detail : DETAILS) {
            if (!words.value(detail.placeholder()).isBlank()) {
                rows.add(new Row(
                        words.text("detail." + detail.code() + ".label"),
                        words.text("detail." + detail.code() + ".value")));
            }
        }
        return rows;
    }

    private static Action action(MessageTemplate template, MessageWords words) {
        var url = words.value(Placeholder.MANAGE_URL);
        var label = words.find(template.code() + ".action");
        if (url.isBlank() || label.isEmpty()) {
            return null;
        }
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalStateException("A message's link is no web address");
        }
        return new Action(label.get(), url);
    }

    private record Detail(String code, Placeholder placeholder) {}

    /** One of the visit's details. */
    public record Row(String label, String value) {}

    /** What the reader can do; the button. */
    public record Action(String label, String url) {}

    /** All a layout shows; texts, not markup: whoever shows them escapes them. @param action null for none */
    record Content(
            String language,
            String subject,
            String heading,
            String greeting,
            List<String> paragraphs,
            List<Row> details,
            Action action,
            String why,
            String contact,
            Brand clinic) {}
}
