package org.carewright.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a signed-in person work in their clinic's scope; operators have none. Whose password, roles or status changed
 * since they signed in is signed out with their next request, Tasklist's and Cockpit's included (IAM-5).
 */
class AccountScopeFilter extends OncePerRequestFilter {

    private final AccountMapper accounts;
    private final ClinicScope clinic;

    AccountScopeFilter(AccountMapper accounts, ClinicScope clinic) {
        this.accounts = accounts;
        this.clinic = clinic;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof InClinic member)) {
            chain.doFilter(request, response);
        } else if (member instanceof AccountPrincipal person && !isStillTheSame(person)) {
            signOut(request, response, signedIn);
        } else if (member.clinicId() == null) {
            chain.doFilter(request, response);
        } else {
            inScope(member, request, response, chain);
        }
    }

    private boolean isStillTheSame(AccountPrincipal person) {
        return accounts.byId(person.accountId())
                .filter(Account::active)
                .filter(now -> now.securityStamp() == person.stamp())
                .isPresent();
    }

    private static void signOut(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        new SecurityContextLogoutHandler().logout(request, response, signedIn);
        new AccessDeniedHandlerImpl()
                .handle(request, response, new org.springframework.security.access.AccessDeniedException("Signed out"));
    }

    private void inScope(InClinic member, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            clinic.run(member.clinicId(), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ServletException e) {
                    throw new ChainFailure(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ChainFailure e) {
            throw (ServletException) e.getCause();
        }
    }

    /** Carries a servlet's failure out of the scope. */
    private static final class ChainFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChainFailure(ServletException cause) {
            super(cause);
        }
    }
}
