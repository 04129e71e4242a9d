package org.carewright.identity.factor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.factor.Enrolment;
import org.carewright.identity.factor.Passkeys;
import org.carewright.identity.factor.PendingSignIn;
import org.carewright.identity.factor.SecondFactors;
import org.carewright.identity.session.SessionClock;
import org.carewright.identity.web.AccountFrame;
import org.carewright.identity.web.DoorPath;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Setting a second factor up: on one's own security page, or between the steps for who needs one and has none. The
 * first one brings recovery codes, which are shown once.
 */
@Controller
@RequestMapping({
    DoorPath.DESK + "/second-factor",
    DoorPath.PORTAL + "/second-factor",
    DoorPath.DESK + "/security",
    DoorPath.PORTAL + "/security"
})
class EnrolmentController {

    /** Session attribute: where to go on after the recovery codes. */
    static final String NEXT = "carewright.after-enrolment";

    private static final String BEGUN = "carewright.authenticator-begun";
    private static final String HERE = "security";

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Enrolment enrolment;
    private final SignInCompletion completion;
    private final SessionClock sessions;

    EnrolmentController(
            SecondFactors factors,
            Passkeys passkeys,
            Enrolment enrolment,
            SignInCompletion completion,
            SessionClock sessions) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.enrolment = enrolment;
        this.completion = completion;
        this.sessions = sessions;
    }

    @PostMapping("/app")
    String begin(Authentication person, HttpServletRequest request) {
        requireMayAdd(person, request);
        request.getSession().setAttribute(BEGUN, factors.begin(id(person)));
        return "redirect:" + base(request, person) + "/app";
    }

    /** The secret as QR code and text, until its first code was right. */
    @GetMapping("/app")
    String app(Authentication person, HttpServletRequest request, Model model) {
        requireMayAdd(person, request);
        if (!(request.getSession().getAttribute(BEGUN) instanceof byte[] begun)) {
            return "redirect:" + base(request, person);
        }
        var setup = factors.show(id(person), begun);
        AccountFrame.fill(model, person, HERE);
        model.addAttribute("base", base(request, person));
        model.addAttribute("secret", setup.text());
        model.addAttribute("picture", QrCode.dataUri(setup.uri()));
        return "identity/authenticator-app";
    }

    @PostMapping("/app/confirm")
    String confirm(
            @RequestParam String code,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireMayAdd(person, request);
        if (!(request.getSession().getAttribute(BEGUN) instanceof byte[] begun)) {
            return "redirect:" + base(request, person);
        }
        if (!factors.confirm(id(person), begun, code)) {
            return "redirect:" + base(request, person) + "/app?refused";
        }
        request.getSession().removeAttribute(BEGUN);
        return "redirect:" + added(person, request, response);
    }

    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(Authentication person, HttpServletRequest request) {
        requireMayAdd(person, request);
        var ceremony = passkeys.beginRegistration(id(person));
        Challenge.keep(request, ceremony);
        return ceremony.options();
    }

    /** @return where the page goes on, as {@code next} */
    @PostMapping("/passkeys")
    @ResponseBody
    Map<String, String> register(
            @RequestParam String label,
            @RequestBody String answer,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireMayAdd(person, request);
        passkeys.register(id(person), Challenge.take(request), label, answer);
        return Map.of("next", request.getContextPath() + added(person, request, response));
    }

    /** Whoever adds the factor their role needs is signed in by that; nobody else who waits between the steps is. */
    private String added(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        if (person instanceof PendingSignIn pending) {
            request.getSession().setAttribute(NEXT, completion.complete(pending, request, response));
        }
        return DoorPath.of(request) + "/security/added";
    }

    private void requireMayAdd(Authentication person, HttpServletRequest request) {
        enrolment.requireMayAdd(person);
        if (!(person instanceof PendingSignIn) && !sessions.isFresh(request.getSession(false))) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "sign_in_again");
        }
    }

    private static UUID id(Authentication person) {
        return person instanceof PendingSignIn pending ? pending.accountId() : UUID.fromString(person.getName());
    }

    private static String base(HttpServletRequest request, Authentication person) {
        return DoorPath.of(request) + (person instanceof PendingSignIn ? "/second-factor" : "/security");
    }
}
