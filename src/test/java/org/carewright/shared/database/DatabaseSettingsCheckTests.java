package org.carewright.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DatabaseSettingsCheckTests {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db/carewright")
            .withProperty("spring.datasource.username", "carewright_app")
            .withProperty("spring.flyway.user", "carewright_owner");

    @Test
    void acceptsADatabaseWithAnOwnerOfItsOwn() {
        assertThat(new DatabaseSettingsCheck(environment).problems()).isEmpty();
    }

    @Test
    void refusesTheEmbeddedDatabase() {
        environment.setProperty("spring.datasource.url", "");

        assertThat(new DatabaseSettingsCheck(environment).problems())
                .containsExactly("SPRING_DATASOURCE_URL is missing: the embedded database is for trying out only.");
    }

    @Test
    void refusesToMigrateWithoutAnOwner() {
        environment.setProperty("spring.flyway.user", "");

        assertThat(new DatabaseSettingsCheck(environment).problems())
                .singleElement()
                .asString()
                .startsWith("SPRING_FLYWAY_USER is missing");
    }

    @Test
    void refusesAnApplicationThatMigratesAsItself() {
        environment.setProperty("spring.flyway.user", "carewright_app");

        assertThat(new DatabaseSettingsCheck(environment).problems())
                .singleElement()
                .asString()
                .startsWith("SPRING_FLYWAY_USER and SPRING_DATASOURCE_USERNAME are the same role");
    }
}
