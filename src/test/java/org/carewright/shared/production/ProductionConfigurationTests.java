package org.carewright.shared.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ProductionConfigurationTests {

    private final ApplicationContextRunner production = new ApplicationContextRunner()
            .withInitializer(context -> context.getEnvironment().addActiveProfile("production"))
            .withUserConfiguration(ProductionConfiguration.class);

    @Test
    void listsEveryProblemOfEveryCheckAtOnce() {
        production
                .withBean("one", ProductionCheck.class, () -> () -> List.of("Key missing.", "Address missing."))
                .withBean("two", ProductionCheck.class, () -> () -> List.of("Secret empty."))
                .run(context -> assertThat(new ProductionRefusedAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .contains("- Key missing.", "- Address missing.", "- Secret empty."));
    }

    @Test
    void opensNoDatabaseBeforeTheSettingsAreRight() {
        production
                .withUserConfiguration(Database.class)
                .withBean(ProductionCheck.class, () -> () -> List.of("Key missing."))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(ProductionRefusedException.class));
    }

    @Test
    void refusesOnWhatTheDatabaseHolds() {
        production
                .withBean(ProductionDataCheck.class, () -> () -> List.of("Demo logins."))
                .run(context -> assertThat(context.getStartupFailure()).hasMessageContaining("Demo logins."));
    }

    @Test
    void startsWhenNothingIsWrong() {
        production.withBean(ProductionCheck.class, () -> List::of).run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void asksNothingOutsideProduction() {
        new ApplicationContextRunner()
                .withUserConfiguration(ProductionConfiguration.class)
                .withBean(ProductionCheck.class, () -> () -> List.of("Key missing."))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Configuration(proxyBeanMethods = false)
    static class Database {

        @Bean
        DataSource dataSource() {
            throw new IllegalStateException("The database was opened");
        }
    }
}
