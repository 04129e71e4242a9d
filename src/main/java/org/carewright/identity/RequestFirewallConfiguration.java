package org.carewright.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no request may hold, whoever it is for: Spring Security's rules, and one more. */
@Configuration(proxyBeanMethods = false)
class RequestFirewallConfiguration {

    /** Nobody types it and PostgreSQL keeps no text with it: an error of ours, were it let through to a statement. */
    private static final int NULL_CHARACTER = 0;

    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf(NULL_CHARACTER) < 0);
        return firewall;
    }
}
