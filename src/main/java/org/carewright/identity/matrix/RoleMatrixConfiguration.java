package org.carewright.identity.matrix;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoleMatrixConfiguration {

    @Bean
    RoleMatrix roleMatrix() {
        return RoleMatrixFile.read();
    }
}
