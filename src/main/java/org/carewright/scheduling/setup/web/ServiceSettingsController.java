package org.carewright.scheduling.setup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.carewright.scheduling.setup.ServiceForm;
import org.carewright.scheduling.setup.ServiceSettings;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the clinic offers, its prices and deposits: added, changed, archived and restored (SCH-1). For managers. */
@Controller
@DeskPage
@RequestMapping("/desk/settings/services")
class ServiceSettingsController {

    private static final String LIST = "redirect:/desk/settings/services";
    private static final String NOTICE = "notice";

    private final ServiceSettings services;
    private final ServicePages pages;

    ServiceSettingsController(ServiceSettings services, ServicePages pages) {
        this.services = services;
        this.pages = pages;
    }

    @GetMapping
    String list(Model model) {
        return pages.list(model);
    }

    @GetMapping("/new")
    String blank(Model model) {
        return pages.form(null, ServiceForm.blank(), model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            services.add(pages.read(typed));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return pages.wrong(null, typed, invalid, locale, model);
        }
        flash.addFlashAttribute(NOTICE, "service.notice.added");
        return LIST;
    }

    @GetMapping("/{serviceId}")
    String show(@PathVariable UUID serviceId, Model model) {
        return pages.form(services.get(serviceId), model);
    }

    @PostMapping("/{serviceId}")
    String change(
            @PathVariable UUID serviceId,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            services.change(serviceId, ServicePages.version(typed), pages.read(typed));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return pages.wrong(services.get(serviceId), typed, invalid, locale, model);
        } catch (ProblemException changed) {
            if (changed.status() != HttpStatus.CONFLICT) {
                throw changed;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.conflict(services.get(serviceId), typed, model);
        }
        flash.addFlashAttribute(NOTICE, "service.notice.changed");
        return LIST;
    }

    @PostMapping("/{serviceId}/archive")
    String archive(@PathVariable UUID serviceId, RedirectAttributes flash) {
        services.archive(serviceId);
        flash.addFlashAttribute(NOTICE, "service.notice.archived");
        return LIST;
    }

    @PostMapping("/{serviceId}/restore")
    String restore(@PathVariable UUID serviceId, RedirectAttributes flash) {
        services.restore(serviceId);
        flash.addFlashAttribute(NOTICE, "service.notice.restored");
        return LIST;
    }
}
