package org.carewright.identity.matrix;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Asks the role matrix whether a request may come in. A person comes with authorities {@code ROLE_<COLUMN>}, an API key
 * with {@code SCOPE_<scope>}; nothing else counts.
 */
@Component
public class MatrixAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String ROLE = "ROLE_";

    /** Prefix of the authority that a scope of an API key gives. */
    public static final String SCOPE = "SCOPE_";

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationDecision REFUSED = new AuthorizationDecision(false);

    private final RoleMatrix matrix;

    MatrixAuthorization(RoleMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return matrix.ruleFor(request.getMethod(), path(request))
                        .filter(rule -> rule.isPublic() || mayCome(who.get(), rule))
                        .isPresent()
                ? GRANTED
                : REFUSED;
    }

    /** Required by the interface until Spring Security 7; {@link #authorize} is what is asked. */
    @Override
    @Deprecated(since = "Spring Security 6.4")
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return authorize(who, context);
    }

    /** The methods with which everyone may open the address; empty when it isn't public. */
    public List<String> publicMethods(HttpServletRequest request) {
        return matrix.publicMethods(path(request));
    }

    /** Whether the person may open the page. @param path within the application, e.g. {@code /desk/staff} */
    public boolean mayOpen(Authentication who, String path) {
        return matrix.ruleFor("GET", PathContainer.parsePath(path))
                .filter(rule -> rule.isPublic() || mayCome(who, rule))
                .isPresent();
    }

    /** Whether the matrix speaks of the address, with whatever method. */
    public boolean knows(HttpServletRequest request) {
        return matrix.knows(path(request));
    }

    private static boolean mayCome(Authentication who, AccessRule rule) {
        if (who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
            return false;
        }
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> isNamed(authority, rule));
    }

    private static boolean isNamed(String authority, AccessRule rule) {
        if (authority.startsWith(SCOPE)) {
            return rule.keyScope()
                    .filter(authority.substring(SCOPE.length())::equals)
                    .isPresent();
        }
        return authority.startsWith(ROLE) && rule.reaches().containsKey(column(authority));
    }

    private static String column(String authority) {
        return authority.substring(ROLE.length()).toLowerCase(Locale.ROOT);
    }

    private static PathContainer path(HttpServletRequest request) {
        // Whichever servlet answers: the engine's REST has one of its own.
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }
}
