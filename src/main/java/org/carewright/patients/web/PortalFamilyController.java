package org.carewright.patients.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.FamilyAccess;
import org.carewright.patients.access.FamilyInvite;
import org.carewright.patients.access.Relation;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.carewright.shared.web.PortalPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who else may open the patient's pages: invite, take back, agree, take away (IAM-1). */
@Controller
@PortalPage
class PortalFamilyController {

    private static final List<Relation> RELATIONS = Stream.of(Relation.values())
            .filter(relation -> relation != Relation.SELF)
            .toList();

    private final FamilyAccess family;
    private final PortalPeople people;
    private final ErrorTexts texts;

    PortalFamilyController(FamilyAccess family, PortalPeople people, ErrorTexts texts) {
        this.family = family;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping("/portal/patients/{patientId}/family")
    String page(@PathVariable UUID patientId, @AuthenticationPrincipal PortalPrincipal account, Model model) {
        model.addAttribute("members", family.members(account.accountId(), patientId));
        model.addAttribute("invites", family.invites(account.accountId(), patientId));
        var all = people.of(account.accountId());
        model.addAttribute("people", all);
        model.addAttribute("person", PortalPeople.chosen(all, patientId));
        model.addAttribute("relations", RELATIONS);
        model.addAttribute("levels", AccessLevel.values());
        return "portal/family";
    }

    @PostMapping("/portal/patients/{patientId}/family")
    String invite(
            @PathVariable UUID patientId,
            @AuthenticationPrincipal PortalPrincipal account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "") String level,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var wanted = new FamilyInvite(name, email, choice(Relation.class, relation), choice(AccessLevel.class, level));
        try {
            family.invite(account.accountId(), patientId, wanted);
        } catch (InvalidFormException refused) {
            model.addAttribute("errors", texts.of(refused, locale));
            model.addAttribute("invite", wanted);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(patientId, account, model);
        }
        return done(patientId, "portal.family.invited", flash);
    }

    @PostMapping("/portal/family/invites/{id}/withdraw")
    String withdraw(@PathVariable UUID id, @AuthenticationPrincipal PortalPrincipal account, RedirectAttributes flash) {
        return done(family.withdraw(account.accountId(), id), "portal.family.withdrawn", flash);
    }

    @PostMapping("/portal/family/{id}/agree")
    String agree(@PathVariable UUID id, @AuthenticationPrincipal PortalPrincipal account, RedirectAttributes flash) {
        return done(family.agree(account.accountId(), id), "portal.family.agreed", flash);
    }

    @PostMapping("/portal/family/{id}/revoke")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal PortalPrincipal account, RedirectAttributes flash) {
        var patientId = family.revoke(account.accountId(), id);
        // Who has given up their own access no longer sees the page.
        var stays = people.of(account.accountId()).stream()
                .anyMatch(person -> person.id().equals(patientId));
        flash.addFlashAttribute("notice", "portal.family.revoked");
        return stays ? back(patientId) : "redirect:/portal";
    }

    private static String done(UUID patientId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return back(patientId);
    }

    private static String back(UUID patientId) {
        return "redirect:/portal/patients/" + patientId + "/family";
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String code) {
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElse(null);
    }
}
