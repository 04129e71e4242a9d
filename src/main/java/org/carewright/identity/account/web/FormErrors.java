package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows a form again with what is wrong beside its fields; never with a password in it. */
@Component
class FormErrors {

    private static final String TEXT = "form.error.";

    private final MessageSource messages;

    FormErrors(MessageSource messages) {
        this.messages = messages;
    }

    void show(InvalidFormException refused, Model model, Locale locale, HttpServletResponse response) {
        Map<String, String> texts = new LinkedHashMap<>();
        refused.errors()
                .forEach(error -> texts.putIfAbsent(
                        error.key(),
                        messages.getMessage(
                                TEXT + error.code(), error.arguments().toArray(), locale)));
        model.addAttribute("errors", texts);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
}
