package org.carewright.identity.factor.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.FirstPage;
import org.carewright.identity.factor.PendingSignIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Turns a half-way sign-in into a whole one, in a session with a new id. */
@Component
class SignInCompletion {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SessionAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final FirstPage pages = new FirstPage();

    /** @return the address of the page they wanted to see, or of their first page */
    String complete(PendingSignIn pending, HttpServletRequest request, HttpServletResponse response) {
        newId.onAuthentication(pending.whole(), request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(pending.whole());
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return pages.next(request, response, (AccountPrincipal) pending.whole().getPrincipal());
    }
}
