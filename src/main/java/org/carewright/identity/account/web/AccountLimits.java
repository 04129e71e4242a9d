package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.carewright.shared.web.RateLimits;
import org.springframework.stereotype.Component;

/** Keeps one client from filling someone's mailbox or guessing; counts alike for addresses with and without account. */
@Component
class AccountLimits {

    private static final String PER_ADDRESS = "account-client";
    private static final String PER_ACCOUNT = "account-mail";

    private final RateLimits limits;

    AccountLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** @param about the e-mail address or account, whatever it is that is written to or guessed at */
    void take(HttpServletRequest request, String about) {
        limits.take(PER_ADDRESS, request.getRemoteAddr());
        limits.take(PER_ACCOUNT, about.strip().toLowerCase(Locale.ROOT));
    }
}
