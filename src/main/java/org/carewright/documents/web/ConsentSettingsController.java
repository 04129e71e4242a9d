package org.carewright.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.documents.consent.ConsentDefinitions;
import org.carewright.documents.consent.ConsentWording;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which consents a clinic asks for, and their words in each language (ONB-3). */
@Controller
@DeskPage
@RequestMapping("/desk/settings/consents")
class ConsentSettingsController {

    private static final String LIST = "documents/consent-list";
    private static final String EDIT = "documents/consent-edit";
    private static final String BACK = "redirect:/desk/settings/consents";
    private static final String NOTICE = "notice";

    private final ConsentDefinitions definitions;
    private final ErrorTexts texts;

    ConsentSettingsController(ConsentDefinitions definitions, ErrorTexts texts) {
        this.definitions = definitions;
        this.texts = texts;
    }

    @GetMapping
    String list(Model model) {
        return list(model, "", Map.of());
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean required,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            return BACK + "/" + definitions.create(name, required);
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return list(model, name, texts.of(invalid, locale));
        } catch (ProblemException taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(model, name, Map.of("name", texts.of(taken, locale)));
        }
    }

    private String list(Model model, String name, Map<String, String> errors) {
        model.addAttribute("consents", definitions.all());
        model.addAttribute("name", name);
        model.addAttribute("errors", errors);
        return LIST;
    }

    @GetMapping("/{definitionId}")
    String edit(@PathVariable UUID definitionId, Model model) {
        var definition = definitions.get(definitionId);
        var wordings = definition.versionId() == null
                ? Map.<String, ConsentWording>of()
                : definitions.wordings(definition.versionId());
        return edit(model, definitionId, wordings, Map.of());
    }

    @PostMapping("/{definitionId}")
    String publish(
            @PathVariable UUID definitionId,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal StaffPrincipal person,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        var wordings = wordings(fields);
        try {
            definitions.publish(definitionId, wordings, !"false".equals(fields.get("renews")), person.accountId());
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return edit(model, definitionId, wordings, texts.of(invalid, locale));
        }
        flash.addFlashAttribute(NOTICE, "consents.published");
        return BACK;
    }

    @PostMapping("/{definitionId}/retire")
    String retire(@PathVariable UUID definitionId, RedirectAttributes flash) {
        definitions.retire(definitionId);
        flash.addFlashAttribute(NOTICE, "consents.retired");
        return BACK;
    }

    /** Of the languages in which something is written. */
    private static Map<String, ConsentWording> wordings(Map<String, String> fields) {
        var wordings = new LinkedHashMap<String, ConsentWording>();
        for (var language : tags()) {
            var title = fields.getOrDefault("title." + language, "");
            var body = fields.getOrDefault("body." + language, "");
            if (!title.isBlank() || !body.isBlank()) {
                wordings.put(language, new ConsentWording(title, body));
            }
        }
        return wordings;
    }

    private String edit(
            Model model, UUID definitionId, Map<String, ConsentWording> wordings, Map<String, String> errors) {
        model.addAttribute("consent", definitions.get(definitionId));
        model.addAttribute("languages", tags());
        model.addAttribute("wordings", wordings);
        model.addAttribute("errors", errors);
        return EDIT;
    }

    private static List<String> tags() {
        return Languages.offered().stream().map(Locale::toLanguageTag).toList();
    }
}
