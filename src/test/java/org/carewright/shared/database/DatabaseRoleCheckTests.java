package org.carewright.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.carewright.shared.database.DatabaseRoleCheck.Rights;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@CarewrightTest
class DatabaseRoleCheckTests {

    @Autowired
    EmbeddedDatabase database;

    @Test
    void acceptsTheApplicationsRole() {
        assertThat(problemsAs(EmbeddedDatabase.APPLICATION)).isEmpty();
    }

    @Test
    void refusesTheTablesOwner() {
        assertThat(problemsAs(EmbeddedDatabase.OWNER))
                .containsExactly("The database role carewright_owner owns tables or may act as their owner: connect as"
                        + " carewright_app and migrate as carewright_owner.");
    }

    @Test
    void refusesASuperuser() {
        assertThat(problemsAs("postgres"))
                .contains("The database role postgres is a superuser: connect as carewright_app.");
    }

    @Test
    void refusesARoleThatBypassesRowLevelSecurity() {
        assertThat(DatabaseRoleCheck.problems(new Rights("someone", false, true, false)))
                .containsExactly("The database role someone bypasses row level security: connect as carewright_app.");
    }

    private java.util.List<String> problemsAs(String role) {
        var connection = new SingleConnectionDataSource(database.url(), role, "", true);
        try {
            return new DatabaseRoleCheck(JdbcClient.create(connection)).problems();
        } finally {
            connection.destroy();
        }
    }
}
