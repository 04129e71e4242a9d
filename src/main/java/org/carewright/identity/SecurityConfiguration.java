package org.carewright.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Who may open which address. What isn't named here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/",
                                "/error",
                                "/assets/**",
                                "/webjars/**",
                                "/c/**",
                                "/m/**",
                                "/api/v1/public/**",
                                "/webhooks/**",
                                "/sandbox/**",
                                "/dev/**",
                                "/v3/api-docs/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/v1/**", "/webhooks/**", "/sandbox/**"))
                .formLogin(Customizer.withDefaults())
                .build();
    }
}
