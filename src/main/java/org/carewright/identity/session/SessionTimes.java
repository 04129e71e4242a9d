package org.carewright.identity.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.carewright.identity.SignInStep;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions whose time is over, whatever the browser does, before anything else looks at who is signed in (IAM-5).
 * The request then goes on as a stranger's, so a page leads to the sign-in page and a data call gets 401.
 */
class SessionTimes extends OncePerRequestFilter {

    private final SessionLimits limits;
    private final Clock clock;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    SessionTimes(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Activity.isFile(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            var person = SecurityContextHolder.getContext().getAuthentication();
            if (trust.isAuthenticated(person)) {
                keepOrEnd(request, session, person);
            }
        }
        chain.doFilter(request, response);
    }

    private void keepOrEnd(HttpServletRequest request, HttpSession session, Authentication person) {
        var now = clock.instant();
        var known = SessionFacts.of(session).filter(facts -> facts.kind().equals(SessionLimits.kind(person)));
        if (known.isEmpty()) {
            session.setAttribute(SessionFacts.NAME, limits.begin(person, request, now));
        } else if (known.get().isOver(now)) {
            // What a page asked by itself is refused; the next page that someone opens is told why.
            if (Activity.isOfPerson(request)) {
                session.invalidate();
            }
            SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
            request.setAttribute(SignInStep.ENDED, true);
        } else if (Activity.isOfPerson(request) && known.get().isWorthWriting(now)) {
            session.setAttribute(SessionFacts.NAME, known.get().activeAt(now));
        }
    }
}
