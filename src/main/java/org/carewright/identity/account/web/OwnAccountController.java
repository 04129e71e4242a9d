package org.carewright.identity.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.Role;
import org.carewright.identity.account.OwnAccount;
import org.carewright.identity.account.OwnAccount.Profile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own account for apps (IAM-6). */
@RestController
@RequestMapping("/api/v1/auth/me")
class OwnAccountController {

    private final OwnAccount account;

    OwnAccountController(OwnAccount account) {
        this.account = account;
    }

    /** @param language one of en, zh-TW, zh-CN, ja, hi */
    record ChangeBody(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 20) String language) {

        @Override
        public String toString() {
            return "ChangeBody";
        }
    }

    record AccountAnswer(
            UUID id,
            UUID clinicId,
            String door,
            String email,
            String displayName,
            String language,
            List<String> roles) {

        static AccountAnswer of(Profile me) {
            return new AccountAnswer(
                    me.accountId(),
                    me.clinicId(),
                    me.door().code(),
                    me.email(),
                    me.displayName(),
                    me.language(),
                    List.of(Role.codes(me.roles())));
        }
    }

    @GetMapping
    AccountAnswer me(@AuthenticationPrincipal AccountPrincipal person) {
        return AccountAnswer.of(account.of(person));
    }

    /** Changes name and language, and nothing else. */
    @PutMapping
    AccountAnswer change(@AuthenticationPrincipal AccountPrincipal person, @Valid @RequestBody ChangeBody body) {
        return AccountAnswer.of(account.change(person, body.name(), body.language()));
    }
}
