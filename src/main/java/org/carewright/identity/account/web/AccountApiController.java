package org.carewright.identity.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.Door;
import org.carewright.identity.account.Passwords;
import org.carewright.identity.account.Registration;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registering and forgotten passwords for apps (IAM-2): what the pages do, with the same limits and the same silence. */
@RestController
@RequestMapping("/api/v1/auth")
class AccountApiController {

    /** A clinic's QR code holds the address of its page; the clinic's short name alone does as well. */
    private static final Pattern QR =
            Pattern.compile("(?:https?://[^/?#]+)?/?(?:c/)?([a-z0-9][a-z0-9-]{0,62})(?:[/?#].*)?");

    private final Registration registration;
    private final Passwords passwords;
    private final ClinicService clinics;
    private final ClinicScope scope;
    private final AccountLimits limits;

    AccountApiController(
            Registration registration,
            Passwords passwords,
            ClinicService clinics,
            ClinicScope scope,
            AccountLimits limits) {
        this.registration = registration;
        this.passwords = passwords;
        this.clinics = clinics;
        this.scope = scope;
        this.limits = limits;
    }

    /** Where the account signs in. */
    enum DoorName {
        @JsonProperty("desk")
        DESK,
        @JsonProperty("portal")
        PORTAL;

        Door door() {
            return Door.valueOf(name());
        }
    }

    record ForgotBody(@NotNull DoorName door, @NotBlank @Size(max = 256) String email) {}

    record ResetBody(
            @NotNull DoorName door,
            @NotBlank @Size(max = 200) String token,
            @NotBlank @Size(max = 256) String password) {

        @Override
        public String toString() {
            return "ResetBody";
        }
    }

    record QrBody(@NotBlank @Size(max = 500) String qrCode) {}

    record ClinicAnswer(UUID id, String slug, String name, String registerPath) {}

    /** @param language a language tag; the request's when it is missing */
    record RegisterBody(
            @NotBlank @Size(max = 500) String qrCode,
            @NotBlank @Size(max = 80) String firstName,
            @NotBlank @Size(max = 80) String lastName,
            @NotBlank @Size(max = 256) String email,
            @NotBlank @Size(max = 256) String password,
            @Size(max = 20) String language) {

        @Override
        public String toString() {
            return "RegisterBody";
        }
    }

    /** Mails a link for a new password; the same answer whether or not there is an account. */
    @PostMapping("/forgot-password")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgot(@Valid @RequestBody ForgotBody body, HttpServletRequest http) {
        limits.take(http, body.email());
        passwords.forgot(body.door().door(), body.email());
    }

    /** Sets a new password with the link's token; all sessions end. */
    @PostMapping("/reset-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@Valid @RequestBody ResetBody body, HttpServletRequest http) {
        limits.take(http, body.token());
        passwords.reset(body.door().door(), body.token(), body.password());
    }

    /** Which clinic a QR code belongs to. */
    @PostMapping("/verify-qr")
    ClinicAnswer verifyQr(@Valid @RequestBody QrBody body) {
        return scope.call(clinicOf(body.qrCode()), () -> {
            var clinic = clinics.current();
            return new ClinicAnswer(
                    scope.required(), clinic.slug(), clinic.name(), "/portal/register?clinic=" + clinic.slug());
        });
    }

    /** Opens an account that works once the link in the mail was followed; tells nobody whether there is one already. */
    @PostMapping("/patient/register")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void register(@Valid @RequestBody RegisterBody body, Locale locale, HttpServletRequest http) {
        limits.take(http, body.email());
        var language = body.language() == null ? locale.toLanguageTag() : body.language();
        var name = body.firstName().strip() + " " + body.lastName().strip();
        scope.run(
                clinicOf(body.qrCode()),
                () -> registration.register(
                        new Registration.Application(body.email(), name, body.password(), language)));
    }

    private UUID clinicOf(String qrCode) {
        var code = QR.matcher(qrCode.strip());
        if (!code.matches()) {
            throw ProblemException.notFound();
        }
        return clinics.idBySlug(code.group(1)).orElseThrow(ProblemException::notFound);
    }
}
