package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What operators' pages have around their content, and what is wrong with their own small forms. */
@Component
class OperatorFrame {

    static final String HOME = "/ops/clinics";

    private final ErrorTexts texts;

    OperatorFrame(ErrorTexts texts) {
        this.texts = texts;
    }

    static void dress(Model model) {
        model.addAttribute("layoutNavigation", "ops/navigation");
        model.addAttribute("homeHref", HOME);
    }

    /** Puts the texts of what is wrong beside the fields, by the fields' names. */
    void show(InvalidFormException refused, Model model, Locale locale, HttpServletResponse response) {
        texts.show(refused, model, locale, response);
    }
}
