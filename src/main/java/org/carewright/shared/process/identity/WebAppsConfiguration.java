package org.carewright.shared.process.identity;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One sign-on for the engine's web apps: their filter takes over whom Spring Security has let through. */
@Configuration(proxyBeanMethods = false)
class WebAppsConfiguration {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineSignOn() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SignedInPerson.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return filter;
    }
}
