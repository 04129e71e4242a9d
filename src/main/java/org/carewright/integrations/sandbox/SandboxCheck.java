package org.carewright.integrations.sandbox;

import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

@Component
class SandboxCheck implements ProductionCheck {

    private final Environment environment;

    SandboxCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<String> problems() {
        return environment.getProperty("carewright.sandbox.enabled", Boolean.class, false)
                ? List.of("CAREWRIGHT_SANDBOX_ENABLED is set: production has no sandbox.")
                : List.of();
    }
}
