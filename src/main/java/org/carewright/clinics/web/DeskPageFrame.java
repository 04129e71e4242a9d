package org.carewright.clinics.web;

import jakarta.servlet.http.HttpServletRequest;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.web.DeskPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What stands around every {@link DeskPage}. */
@ControllerAdvice(annotations = DeskPage.class)
class DeskPageFrame {

    private final ClinicService clinics;

    DeskPageFrame(ClinicService clinics) {
        this.clinics = clinics;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", "/desk");
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler) {
            var page = handler.getBeanType().getAnnotation(DeskPage.class);
            model.addAttribute("here", page == null ? "" : page.value());
        }
    }
}
