package org.carewright.billing.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong, in the reader's words. */
@Component
public class BillingTexts {

    private final MessageSource messages;

    BillingTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** Texts by field. */
    public Map<String, String> of(InvalidFormException invalid, Locale locale) {
        var texts = new LinkedHashMap<String, String>();
        invalid.errors()
                .forEach(error -> texts.putIfAbsent(
                        error.key(),
                        messages.getMessage(
                                "form.error." + error.code(), error.arguments().toArray(), locale)));
        return texts;
    }

    /** The problem's text. */
    public String of(ProblemException problem, Locale locale) {
        return messages.getMessage("problem." + problem.code(), null, locale);
    }
}
