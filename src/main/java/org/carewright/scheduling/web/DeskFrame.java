package org.carewright.scheduling.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all pages of the desk show around their own content. */
@ControllerAdvice(
        assignableTypes = {
            DeskController.class,
            DeskCalendarController.class,
            DeskAppointmentController.class,
            DeskBookController.class,
            CalendarFeedController.class
        })
class DeskFrame {

    @ModelAttribute
    void frame(Model model) {
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", "/desk");
    }
}
