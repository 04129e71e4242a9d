package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carewright.identity.key.ApiKeys;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.identity.token.AppSessions;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.WebApplicationContext;

/** Sends every role, and a stranger, to every line of the matrix, through all of security's filters. */
@CarewrightTest
class RoleMatrixWalkTests {

    private static final String CSRF_TOKEN = "a-token-of-this-test";

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @Autowired
    WebApplicationContext web;

    @Autowired
    RoleMatrix matrix;

    @Autowired
    AccountMapper accounts;

    @Autowired
    AppSessions sessions;

    @Autowired
    ApiKeys keys;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Test
    void letsInExactlyWhomTheMatrixNames() {
        var people = people();
        var wrong = new ArrayList<String>();
        for (var rule : matrix.rules()) {
            if (rule.kind() == AccessRule.Kind.FILTER) {
                continue;
            }
            var path = exampleOf(rule);
            assertThat(matrix.ruleFor(method(rule), PathContainer.parsePath(path)))
                    .hasValue(rule);
            people.forEach((column, session) -> {
                var comesIn = comesIn(method(rule), path, session);
                if (comesIn != rule.reaches().containsKey(column)) {
                    wrong.add(column + (comesIn ? " opens " : " can't open ") + rule);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void letsKeysInWhereTheirScopeIsNamedAndNowhereElse() {
        var clinic = clinics.open();
        var owner = staff.of(clinic, Role.RECEPTIONIST);
        var wrong = new ArrayList<String>();
        for (var scopeName : keys.scopes()) {
            var made = scope.call(clinic.id(), () -> keys.create(scopeName, Set.of(scopeName), 1, owner.id()));
            var caller = new Caller(new MockHttpSession(), made.secret());
            matrix.rules().stream()
                    .filter(rule -> isApi(rule.path().getPatternString()))
                    .filter(rule -> comesIn(method(rule), exampleOf(rule), caller)
                            != (rule.isPublic()
                                    || rule.keyScope().filter(scopeName::equals).isPresent()))
                    .forEach(rule -> wrong.add(scopeName + " " + rule));
        }
        assertThat(wrong).isEmpty();
    }

    /** Providers sign what they send, the sandbox holds nothing real, the engine checks its own token. */
    @Test
    void refusesEveryChangeThatDoesntComeFromAPageOfOurs() {
        var people = people();
        var changes = matrix.rules().stream()
                .filter(rule -> !Set.of("GET", "*").contains(rule.method()))
                .filter(rule ->
                        rule.kind() == AccessRule.Kind.PAGE && !exampleOf(rule).startsWith("/sandbox/"))
                // Who is between the steps has no column that signs in here.
                .filter(rule -> rule.reaches().keySet().stream().anyMatch(people::containsKey))
                .toList();
        assertThat(changes).isNotEmpty();
        for (var rule : changes) {
            var caller = people.get(rule.reaches().keySet().stream()
                    .filter(people::containsKey)
                    .findFirst()
                    .orElseThrow());
            assertThat(comesIn(rule.method(), exampleOf(rule), caller, false))
                    .as("without token: " + rule)
                    .isFalse();
            assertThat(comesIn(rule.method(), exampleOf(rule), caller, true))
                    .as("with token: " + rule)
                    .isTrue();
        }
    }

    @Test
    void refusesToEveryoneWhatHasNoLine() {
        people().forEach((column, session) -> {
            assertThat(comesIn("GET", "/desk/nowhere", session)).as(column).isFalse();
            assertThat(comesIn("DELETE", "/desk", session)).as(column).isFalse();
            assertThat(comesIn("GET", "/nowhere", session)).as(column).isFalse();
        });
    }

    /** By column; a stranger has neither session nor token. */
    private Map<String, Caller> people() {
        var clinic = clinics.open();
        var people = new LinkedHashMap<String, Caller>();
        people.put(RoleMatrix.STRANGER, new Caller(new MockHttpSession(), null));
        for (var role : Role.values()) {
            var person = role == Role.OPERATOR ? staff.operator() : staff.of(clinic, role);
            people.put(role.code(), signedIn(person.id()));
        }
        people.put(RoleMatrix.PORTAL, signedIn(staff.portal(clinic).id()));
        return people;
    }

    private Caller signedIn(UUID accountId) {
        var principal = accounts.byId(accountId).orElseThrow().toPrincipal();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, Authorities.of(principal));
        var session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(signedIn));
        return new Caller(
                session, sessions.start(accountId, principal.stamp(), null).accessToken());
    }

    /** Pages know someone by the session, the API by the token. */
    private record Caller(MockHttpSession session, String token) {}

    private boolean comesIn(String method, String path, Caller caller) {
        return comesIn(method, path, caller, true);
    }

    private boolean comesIn(String method, String path, Caller caller, boolean withToken) {
        var request = new MockHttpServletRequest(web.getServletContext(), method, path);
        if (isApi(path)) {
            if (caller.token() != null) {
                request.addHeader("Authorization", "Bearer " + caller.token());
            }
        } else {
            request.setSession(caller.session());
        }
        request.setCookies(new Cookie("carewright-csrf", CSRF_TOKEN));
        if (withToken) {
            request.addHeader("X-XSRF-TOKEN", masked(CSRF_TOKEN));
        }
        var arrived = new AtomicBoolean();
        try {
            security.doFilter(request, new MockHttpServletResponse(), (in, out) -> arrived.set(true));
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
        return arrived.get();
    }

    private static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/.well-known/") || path.startsWith("/v3/");
    }

    /** As pages carry the token: masked with random bytes, which here are zero. */
    private static String masked(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private static String method(AccessRule rule) {
        return rule.method().equals("*") ? "GET" : rule.method();
    }

    private static String exampleOf(AccessRule rule) {
        return rule.path()
                .getPatternString()
                .replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000")
                .replace("**", "x/y")
                .replace("*", "x");
    }
}
