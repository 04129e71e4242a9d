package org.carewright.scheduling.setup.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.catalogue.ServiceDraft;
import org.carewright.scheduling.setup.ClinicSetup;
import org.carewright.scheduling.setup.ServiceForm;
import org.carewright.scheduling.setup.ServiceSettings;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Fills the pages about services. */
@Component
class ServicePages {

    private static final int UNREADABLE = -1;

    private final ServiceSettings services;
    private final ClinicSetup setup;
    private final ClinicService clinics;
    private final ErrorTexts texts;

    ServicePages(ServiceSettings services, ClinicSetup setup, ClinicService clinics, ErrorTexts texts) {
        this.services = services;
        this.setup = setup;
        this.clinics = clinics;
        this.texts = texts;
    }

    String list(Model model) {
        model.addAttribute("services", setup.allServices(clinics.current().currency()));
        return "scheduling/services";
    }

    /** @throws InvalidFormException naming the fields */
    ServiceDraft read(MultiValueMap<String, String> typed) {
        return ServiceForm.read(typed, clinics.current().currency());
    }

    /** The version the form was opened with. */
    static int version(MultiValueMap<String, String> typed) {
        var version = typed.getFirst("version");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : UNREADABLE;
    }

    String form(ServiceSettings.Current now, Model model) {
        return form(now, ServiceForm.of(now.draft(), clinics.current().currency()), model);
    }

    /** @param now null for a new one */
    String form(ServiceSettings.Current now, MultiValueMap<String, String> typed, Model model) {
        model.addAttribute("version", now == null ? null : now.version());
        return show(now, typed, Map.of(), model);
    }

    String wrong(
            ServiceSettings.Current now,
            MultiValueMap<String, String> typed,
            InvalidFormException invalid,
            Locale locale,
            Model model) {
        model.addAttribute("version", version(typed));
        return show(now, typed, texts.of(invalid, locale), model);
    }

    /** Somebody else changed the service: what is typed stays, and saving again replaces theirs. */
    String conflict(ServiceSettings.Current now, MultiValueMap<String, String> typed, Model model) {
        model.addAttribute("conflicts", read(typed).differencesFrom(now.draft()));
        return form(now, typed, model);
    }

    private String show(
            ServiceSettings.Current now, MultiValueMap<String, String> typed, Map<String, String> errors, Model model) {
        var choices = services.choices(now == null ? null : now.id());
        model.addAttribute("service", now);
        model.addAttribute("typed", typed.toSingleValueMap());
        model.addAttribute("errors", errors);
        model.addAttribute("people", choices.practitioners());
        model.addAttribute("resources", choices.resources());
        model.addAttribute("chosenPractitioners", chosen(typed, "practitioners"));
        model.addAttribute("chosenRooms", chosen(typed, "rooms"));
        model.addAttribute("currency", clinics.current().currency());
        model.addAttribute("specialities", ServiceForm.SPECIALITIES);
        model.addAttribute("modes", ServiceForm.MODES);
        model.addAttribute("noticeUnits", ServiceForm.NOTICE_UNITS);
        return "scheduling/service";
    }

    private static Set<String> chosen(MultiValueMap<String, String> typed, String name) {
        return Set.copyOf(typed.getOrDefault(name, List.of()));
    }
}
