package org.carewright.identity.factor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.carewright.identity.factor.Passkeys;
import org.carewright.identity.factor.SecondFactors;
import org.carewright.identity.factor.SmsCodes;
import org.carewright.identity.web.DoorPath;
import org.carewright.shared.problem.ProblemException;
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

/** The page between password and sign-in: a code, a recovery code or a passkey; or the first set-up (IAM-4). */
@Controller
@RequestMapping({DoorPath.DESK + "/second-factor", DoorPath.PORTAL + "/second-factor"})
class SecondFactorController {

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SmsCodes texts;
    private final SignInCompletion completion;

    SecondFactorController(SecondFactors factors, Passkeys passkeys, SmsCodes texts, SignInCompletion completion) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.texts = texts;
        this.completion = completion;
    }

    @GetMapping
    String page(Authentication person, HttpServletRequest request, Model model) {
        var pending = SecondFactorAccess.pending(person);
        model.addAttribute("door", DoorPath.of(request));
        model.addAttribute("base", DoorPath.of(request) + "/second-factor");
        model.addAttribute("factors", factors.of(pending.accountId()));
        return pending.enrolling() ? "identity/second-factor-needed" : "identity/second-factor";
    }

    @PostMapping
    String code(
            @RequestParam String code,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pending = SecondFactorAccess.pending(person);
        return factors.use(pending.accountId(), code).isPresent()
                ? "redirect:" + completion.complete(pending, request, response)
                : "redirect:" + DoorPath.of(request) + "/second-factor?refused";
    }

    /** Sends a code by text message to who has chosen that. */
    @PostMapping("/sms")
    String send(Authentication person, HttpServletRequest request) {
        var accountId = SecondFactorAccess.pending(person).accountId();
        if (!factors.of(accountId).sms()) {
            throw ProblemException.notFound();
        }
        texts.send(accountId);
        return "redirect:" + DoorPath.of(request) + "/second-factor?sent";
    }

    /** What the browser needs to ask for a passkey; only while someone is between the steps. */
    @PostMapping(path = "/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(Authentication person, HttpServletRequest request) {
        var ceremony = passkeys.beginUse(SecondFactorAccess.pending(person).accountId());
        Challenge.keep(request, ceremony);
        return ceremony.options();
    }

    /** @return where to go on, as {@code next} */
    @PostMapping("/passkey")
    @ResponseBody
    Map<String, String> passkey(
            @RequestBody String answer,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pending = SecondFactorAccess.pending(person);
        passkeys.use(pending.accountId(), Challenge.take(request), answer);
        return Map.of("next", completion.complete(pending, request, response));
    }
}
