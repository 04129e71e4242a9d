package org.carewright.scheduling.web;

import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.messaging.CalendarInvites;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.desk.CalendarFeedService;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendar feeds: the addresses that calendars ask, and the desk's page that gives them out and revokes them. */
@Controller
class CalendarFeedController {

    private static final String PAGE = "redirect:/desk/feeds";

    private final CalendarFeedService feeds;
    private final CatalogueService catalogue;
    private final ClinicService clinics;

    CalendarFeedController(CalendarFeedService feeds, CatalogueService catalogue, ClinicService clinics) {
        this.feeds = feeds;
        this.catalogue = catalogue;
        this.clinics = clinics;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CalendarInvites.MEDIA_TYPE)
                .cacheControl(CacheControl.noStore())
                .body(feeds.read(token));
    }

    @GetMapping("/desk/feeds")
    String page(Model model) {
        var clinic = clinics.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("practitioners", catalogue.practitioners());
        model.addAttribute("feeds", feeds.all());
        model.addAttribute("here", "feeds");
        return "desk/feeds";
    }

    @PostMapping("/desk/feeds")
    String create(
            @RequestParam UUID practitionerId,
            @AuthenticationPrincipal StaffPrincipal principal,
            RedirectAttributes flash) {
        flash.addFlashAttribute("address", feeds.create(practitionerId, DeskController.staff(principal)));
        return PAGE;
    }

    @PostMapping("/desk/feeds/{id}/revoke")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal StaffPrincipal principal, RedirectAttributes flash) {
        feeds.revoke(id, DeskController.staff(principal));
        flash.addFlashAttribute("notice", "desk.feeds.revoked");
        return PAGE;
    }
}
