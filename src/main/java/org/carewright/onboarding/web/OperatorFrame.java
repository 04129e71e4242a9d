package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What operators' pages have around their content, and what is wrong with their own small forms. */
@Component
class OperatorFrame {

    static final String HOME = "/ops/clinics";

    private final MessageSource messages;

    OperatorFrame(MessageSource messages) {
        this.messages = messages;
    }

    static void dress(Model model) {
        model.addAttribute("layoutNavigation", "ops/navigation");
        model.addAttribute("homeHref", HOME);
    }

    /** Puts the texts of what is wrong beside the fields, by the fields' names. */
    void show(InvalidFormException refused, Model model, Locale locale, HttpServletResponse response) {
        Map<String, String> texts = new LinkedHashMap<>();
        refused.errors()
                .forEach(error -> texts.putIfAbsent(
                        error.key(),
                        messages.getMessage(
                                "form.error." + error.code(), error.arguments().toArray(), locale)));
        model.addAttribute("errors", texts);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
}
