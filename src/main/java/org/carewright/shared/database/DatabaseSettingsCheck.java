package org.carewright.shared.database;

import java.util.ArrayList;
import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

@Component
class DatabaseSettingsCheck implements ProductionCheck {

    private final Environment environment;

    DatabaseSettingsCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (!given("spring.datasource.url")) {
            problems.add("SPRING_DATASOURCE_URL is missing: the embedded database is for trying out only.");
        }
        if (!given("spring.flyway.user")) {
            problems.add("SPRING_FLYWAY_USER is missing: migrations run as carewright_owner, which owns the tables.");
        } else if (environment
                .getProperty("spring.flyway.user", "")
                .equals(environment.getProperty("spring.datasource.username"))) {
            problems.add("SPRING_FLYWAY_USER and SPRING_DATASOURCE_USERNAME are the same role: the application must"
                    + " not own the tables, as row level security would not bind it.");
        }
        return problems;
    }

    private boolean given(String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
