package org.carewright.identity.session;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** How sessions are kept. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    /** Two requests of one session that add the same attribute, as a double click does: the later one counts. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionAttributesMeet() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
