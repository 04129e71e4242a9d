package org.carewright.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is wrong with what somebody sent, in their words. */
@Component
public class ErrorTexts {

    private final MessageSource messages;

    ErrorTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** Texts by field; of a field with several errors the first one's. */
    public Map<String, String> of(InvalidFormException invalid, Locale locale) {
        var texts = new LinkedHashMap<String, String>();
        invalid.errors().forEach(error -> texts.putIfAbsent(error.key(), of(error, locale)));
        return texts;
    }

    /** The text of one field's error. */
    public String of(FieldError error, Locale locale) {
        return messages.getMessage(
                "form.error." + error.code(), error.arguments().toArray(), locale);
    }

    /** The problem's text. */
    public String of(ProblemException problem, Locale locale) {
        return messages.getMessage("problem." + problem.code(), null, locale);
    }

    /** Answers with 422 and puts the texts by field into the model as {@code errors}. */
    public void show(InvalidFormException invalid, Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("errors", of(invalid, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
}
