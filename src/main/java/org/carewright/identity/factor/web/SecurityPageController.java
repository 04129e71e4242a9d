package org.carewright.identity.factor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.factor.Enrolment;
import org.carewright.identity.factor.Passkeys;
import org.carewright.identity.factor.SecondFactors;
import org.carewright.identity.factor.SmsCodes;
import org.carewright.identity.session.AccountSessions;
import org.carewright.identity.session.SessionClock;
import org.carewright.identity.web.AccountFrame;
import org.carewright.identity.web.DoorPath;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page on which people see to their own security: second factors, recovery codes, where they are signed in. A
 * change needs a sign-in that isn't long ago.
 */
@Controller
@RequestMapping({DoorPath.DESK + "/security", DoorPath.PORTAL + "/security"})
class SecurityPageController {

    private static final String HERE = "security";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SmsCodes texts;
    private final Enrolment enrolment;
    private final AccountSessions sessions;
    private final SessionClock clock;

    SecurityPageController(
            SecondFactors factors,
            Passkeys passkeys,
            SmsCodes texts,
            Enrolment enrolment,
            AccountSessions sessions,
            SessionClock clock) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.texts = texts;
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping
    String page(
            Authentication person,
            HttpServletRequest request,
            Model model,
            @CookieValue(name = "cw-zone", defaultValue = "") String zone) {
        var accountId = id(person);
        AccountFrame.fill(model, person, HERE);
        model.addAttribute("base", base(request));
        model.addAttribute("door", DoorPath.of(request));
        model.addAttribute("fresh", clock.isFresh(request.getSession(false)));
        model.addAttribute("factors", factors.of(accountId));
        model.addAttribute("smsOffered", texts.offeredTo(accountId));
        model.addAttribute("passkeys", passkeys.of(accountId));
        model.addAttribute("sessions", sessions.of(accountId, request.getSession()));
        model.addAttribute("zone", zone(zone));
        return "identity/security";
    }

    /** What follows a new factor: the recovery codes, shown once, where there are none yet. */
    @GetMapping("/added")
    String added(Authentication person, HttpServletRequest request, Model model) {
        var session = request.getSession();
        var next = session.getAttribute(EnrolmentController.NEXT) instanceof String page ? page : base(request);
        session.removeAttribute(EnrolmentController.NEXT);
        var codes = enrolment.firstRecoveryCodes(id(person));
        if (codes.isEmpty()) {
            return "redirect:" + next;
        }
        return showCodes(codes, next, person, model);
    }

    @PostMapping("/recovery-codes")
    String newCodes(Authentication person, HttpServletRequest request, Model model) {
        requireFresh(request);
        return showCodes(enrolment.newRecoveryCodes(id(person)), base(request), person, model);
    }

    @PostMapping("/app/remove")
    String removeApp(Authentication person, HttpServletRequest request) {
        requireFresh(request);
        enrolment.removeTotp(person);
        return "redirect:" + base(request) + "?removed";
    }

    /** From the next sign-in on a code comes by text message. */
    @PostMapping("/sms")
    String addSms(Authentication person, HttpServletRequest request) {
        requireFresh(request);
        factors.addSms(id(person));
        return "redirect:" + base(request) + "/added";
    }

    @PostMapping("/sms/remove")
    String removeSms(Authentication person, HttpServletRequest request) {
        requireFresh(request);
        enrolment.removeSms(person);
        return "redirect:" + base(request) + "?removed";
    }

    @PostMapping("/passkeys/{passkeyId}/remove")
    String removePasskey(@PathVariable String passkeyId, Authentication person, HttpServletRequest request) {
        requireFresh(request);
        enrolment.removePasskey(person, passkeyId);
        return "redirect:" + base(request) + "?removed";
    }

    /** Ends all sessions of the account, this one included. */
    @PostMapping("/sessions/end")
    String signOutEverywhere(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAll((AccountPrincipal) person.getPrincipal());
        new SecurityContextLogoutHandler().logout(request, response, person);
        return "redirect:" + DoorPath.of(request) + "/sign-in?signed-out";
    }

    /** For a change that needs a new sign-in: out, and by the sign-in page back to this page. */
    @PostMapping("/again")
    String again(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        new SecurityContextLogoutHandler().logout(request, response, person);
        return "redirect:" + base(request);
    }

    private static String showCodes(List<String> codes, String next, Authentication person, Model model) {
        AccountFrame.fill(model, person, HERE);
        model.addAttribute("codes", codes);
        model.addAttribute("next", next);
        return "identity/recovery-codes";
    }

    /** The zone that the browser told, which anyone can write. */
    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException e) {
            return ZoneOffset.UTC;
        }
    }

    private void requireFresh(HttpServletRequest request) {
        if (!clock.isFresh(request.getSession(false))) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "sign_in_again");
        }
    }

    private static UUID id(Authentication person) {
        return UUID.fromString(person.getName());
    }

    private static String base(HttpServletRequest request) {
        return DoorPath.of(request) + "/security";
    }
}
