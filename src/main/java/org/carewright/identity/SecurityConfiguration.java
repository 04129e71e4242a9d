package org.carewright.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import java.util.List;
import org.carewright.identity.matrix.MatrixAuthorization;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How people sign in and answers are protected; who may open what is in the role matrix alone. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The engine's web apps have a sign-out of their own; it ends the one session there is. */
    private static final RequestMatcher ENGINE_SIGN_OUT =
            withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    private static final String CSRF_COOKIE = "carewright-csrf";
    private static final String SAME_SITE = "Lax";
    private static final String[] COOKIES = {"SESSION", CSRF_COOKIE, "CAMUNDA-XSRF-TOKEN"};

    /** Patients and family; everything of theirs lies below one path. */
    @Bean
    @Order(1)
    SecurityFilterChain portal(HttpSecurity http, Doorway doorway) throws Exception {
        http.securityMatcher(Door.PORTAL.path(), Door.PORTAL.path() + "/**");
        return doorway.open(http, Door.PORTAL)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .build();
    }

    /** Staff and operators, the engine's web apps, and all that needs no sign-in. */
    @Bean
    @Order(2)
    SecurityFilterChain security(HttpSecurity http, Doorway doorway) throws Exception {
        return doorway.open(http, Door.DESK)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .ignoringRequestMatchers(at("/webhooks/**"), at("/sandbox/**"))
                        // The engine checks a token of its own here.
                        .ignoringRequestMatchers(at("/camunda/api/**")))
                .addFilterAfter(new EnginePages(), AccountScopeFilter.class)
                .build();
    }

    @Bean
    Doorway doorway(
            MatrixAuthorization matrix,
            AccountMapper accounts,
            ClinicScope clinic,
            List<SecurityPart> parts,
            SignInPauses pauses) {
        return new Doorway(matrix, accounts, clinic, parts, pauses);
    }

    /** What both doors share. */
    static final class Doorway {

        private final MatrixAuthorization matrix;
        private final AccountMapper accounts;
        private final ClinicScope clinic;
        private final List<SecurityPart> parts;
        private final SignInPauses pauses;

        Doorway(
                MatrixAuthorization matrix,
                AccountMapper accounts,
                ClinicScope clinic,
                List<SecurityPart> parts,
                SignInPauses pauses) {
            this.matrix = matrix;
            this.accounts = accounts;
            this.clinic = clinic;
            this.parts = parts;
            this.pauses = pauses;
        }

        HttpSecurity open(HttpSecurity http, Door door) throws Exception {
            var refusals = new Refusals(matrix);
            for (var part : parts) {
                part.addTo(http);
            }
            return http.authorizeHttpRequests(may -> may.anyRequest().access(matrix))
                    .formLogin(form -> form.loginPage(door.signIn())
                            .usernameParameter("email")
                            .authenticationDetailsSource(request -> new SignInDetails(door, request))
                            .successHandler(new DeviceCookie(pauses, new FirstPage()))
                            .failureHandler(refusals))
                    .logout(logout -> signOut(logout, door))
                    .requestCache(cache -> cache.requestCache(pagesBehindDoors()))
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                    .headers(SecurityConfiguration::headers)
                    .addFilterBefore(new PageNonce(), HeaderWriterFilter.class)
                    .addFilterAfter(new AccountScopeFilter(accounts, clinic), AuthorizationFilter.class);
        }
    }

    private static RequestMatcher at(String path) {
        return withDefaults().matcher(path);
    }

    /** In a cookie: a visitor who only books needs no session. */
    private static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookieCustomizer(cookie -> cookie.path("/").sameSite(SAME_SITE));
        return tokens;
    }

    private static void signOut(LogoutConfigurer<HttpSecurity> logout, Door door) {
        logout.logoutRequestMatcher(
                        new OrRequestMatcher(withDefaults().matcher(HttpMethod.POST, door.signOut()), ENGINE_SIGN_OUT))
                .deleteCookies(COOKIES)
                .logoutSuccessHandler((request, response, person) -> {
                    if (ENGINE_SIGN_OUT.matches(request)) {
                        response.setStatus(HttpStatus.NO_CONTENT.value());
                    } else {
                        response.sendRedirect(request.getContextPath() + door.signIn() + "?signed-out");
                    }
                });
    }

    /** After sign-in one comes to the page one wanted to see; never to a data call. */
    private static HttpSessionRequestCache pagesBehindDoors() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            return HttpMethod.GET.matches(request.getMethod())
                    && Refusals.isPageBehindDoor(path)
                    && (!path.startsWith(EnginePages.ROOT) || EnginePages.isPage(path));
        });
        return cache;
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        var files =
                new OrRequestMatcher(at("/assets/**"), at("/webjars/**"), at("/camunda/lib/**"), at("/camunda/app/**"));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(files), new CacheControlHeadersWriter()))
                .addHeaderWriter(new ContentSecurityPolicies())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"));
    }
}
