package org.carewright.shared.tenant;

import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

    /** The engine needs this bean too, so its tables are there before it starts. */
    @Bean
    @DependsOnDatabaseInitialization
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ClinicTransactionManager(dataSource);
    }
}
