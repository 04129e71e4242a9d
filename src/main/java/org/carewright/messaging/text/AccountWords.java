package org.carewright.messaging.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carewright.clinics.Clinic;
import org.carewright.identity.account.AccountLetter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes to people about their accounts, in the layout of all mails; words are the keys {@code account-mail.*}. */
@Component
public class AccountWords {

    private static final String PREFIX = "account-mail.";
    private static final String LAYOUT = "mail/message";
    private static final int LONGEST = 150;
    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;

    private final MessageSource messages;
    private final ITemplateEngine templates;

    AccountWords(MessageSource messages, ITemplateEngine templates) {
        this.messages = messages;
        this.templates = templates;
    }

    public ComposedMail mail(AccountLetter letter, Clinic clinic) {
        var words = new Words(letter, clinic);
        var content = new MailComposer.Content(
                words.locale.toLanguageTag(),
                PlainLine.of(words.of(".subject"), LONGEST),
                words.of(".heading"),
                PlainLine.of(words.text(PREFIX + "greeting"), LONGEST),
                Arrays.asList(words.of(".body").split("\n\n")),
                List.of(),
                new MailComposer.Action(words.of(".action"), letter.url()),
                words.text(PREFIX + "why"),
                words.text(PREFIX + "contact"),
                Brand.of(clinic));
        var html = templates.process(LAYOUT, new Context(words.locale, Map.of("mail", content)));
        return new ComposedMail(content.subject(), PlainMail.of(content), html);
    }

    public String sms(AccountLetter letter, Clinic clinic) {
        return new Words(letter, clinic).of(".sms");
    }

    private final class Words {

        private final AccountLetter letter;
        private final Locale locale;
        private final Object[] values;

        Words(AccountLetter letter, Clinic clinic) {
            this.letter = letter;
            this.locale = Locale.forLanguageTag(letter.language());
            this.values = new Object[] {clinic.name(), letter.name(), validFor(), letter.code()};
        }

        private String of(String part) {
            return text(PREFIX + letter.purpose() + part);
        }

        private String text(String key) {
            return messages.getMessage(key, values, locale);
        }

        private String validFor() {
            var minutes = letter.validFor();
            if (minutes % DAY == 0) {
                return messages.getMessage("account-mail.days", new Object[] {minutes / DAY}, locale);
            }
            return minutes % HOUR == 0
                    ? messages.getMessage("account-mail.hours", new Object[] {minutes / HOUR}, locale)
                    : messages.getMessage("account-mail.minutes", new Object[] {minutes}, locale);
        }
    }
}
