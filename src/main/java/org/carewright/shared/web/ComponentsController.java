package org.carewright.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.carewright.shared.forms.FormDefinition;
import org.carewright.shared.forms.FormParameters;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All parts pages are made of, on one page, for those who build pages. Not there in production. */
@Controller
@Conditional(DevelopmentPages.class)
class ComponentsController {

    private static final String ADDRESS = "/dev/components";

    private final FormDefinition form = FormDefinition.parse(read());

    @GetMapping(ADDRESS)
    String show(Model model) {
        return page(model, Map.of(), List.of());
    }

    /** Answers with the form's fields only when htmx asks because a value has changed. */
    @PostMapping(path = ADDRESS, headers = "HX-Request")
    String refresh(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        page(model, submitted(parameters), List.of());
        return "fragments/form :: fields(form=${form}, values=${values}, errors=${errors})";
    }

    @PostMapping(path = ADDRESS, headers = "!HX-Request")
    String check(@RequestParam MultiValueMap<String, String> parameters, Model model) {
        var values = submitted(parameters);
        return page(model, values, form.check(values).errors());
    }

    private String page(Model model, Map<String, Object> values, List<?> errors) {
        model.addAttribute("form", form);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("formRefresh", ADDRESS);
        return "dev/components";
    }

    private static Map<String, Object> submitted(MultiValueMap<String, String> parameters) {
        var arrays = new java.util.LinkedHashMap<String, String[]>();
        parameters.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
        return FormParameters.read(arrays);
    }

    private static String read() {
        try {
            return new ClassPathResource("dev/every-component.json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
