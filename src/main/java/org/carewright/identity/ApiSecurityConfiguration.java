package org.carewright.identity;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import java.util.List;
import org.carewright.identity.matrix.MatrixAuthorization;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The API's door (IAM-6, PLT-5): tokens and keys, no cookies and no sessions, so nothing to forge across sites. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    private static final int BEFORE_PAGES = 0;

    @Bean
    @Order(BEFORE_PAGES)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            MatrixAuthorization matrix,
            List<Bearer> bearers,
            ApiLimits limits,
            ProblemWriter problems,
            AccountMapper accounts,
            ClinicScope clinic)
            throws Exception {
        var refusals = new Refusals(matrix);
        return http.securityMatcher(new OrRequestMatcher(
                        withDefaults().matcher("/api/**"),
                        withDefaults().matcher("/.well-known/**"),
                        withDefaults().matcher("/v3/api-docs/**")))
                .authorizeHttpRequests(may -> may.anyRequest().access(matrix))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(SecurityConfiguration::headers)
                .addFilterBefore(new PageNonce(), HeaderWriterFilter.class)
                .addFilterBefore(new BearerFilter(bearers, limits, problems), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new AccountScopeFilter(accounts, clinic), AuthorizationFilter.class)
                .build();
    }
}
