package org.carewright.patients.web;

import java.util.List;
import java.util.UUID;
import org.carewright.identity.PortalNotice;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.patients.portal.PortalPerson;
import org.carewright.shared.web.PortalPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where patients and family land after signing in: oneself, or whom else one looks after. */
@Controller
@PortalPage
class PortalHomeController {

    private final PortalPeople people;
    private final ObjectProvider<PortalNotice> notices;

    PortalHomeController(PortalPeople people, ObjectProvider<PortalNotice> notices) {
        this.people = people;
        this.notices = notices;
    }

    @GetMapping("/portal")
    String home(@AuthenticationPrincipal PortalPrincipal account, Model model) {
        var all = people.withCards(account.accountId());
        return page(account, all, all.size() == 1 ? all.get(0) : null, model);
    }

    @GetMapping("/portal/patients/{patientId}")
    String person(@PathVariable UUID patientId, @AuthenticationPrincipal PortalPrincipal account, Model model) {
        var all = people.withCards(account.accountId());
        return page(account, all, PortalPeople.chosen(all, patientId), model);
    }

    private String page(PortalPrincipal account, List<PortalPerson> all, PortalPerson person, Model model) {
        model.addAttribute("name", account.displayName());
        model.addAttribute("people", all);
        model.addAttribute("person", person);
        model.addAttribute(
                "notices",
                notices.stream().flatMap(each -> each.of(account).stream()).toList());
        return "portal/home";
    }
}
