package org.carewright.shared.web;

import java.util.List;
import org.carewright.shared.production.ProductionCheck;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Links in mails and the addresses that providers call back are made from it. */
@Component
class PublicUrlCheck implements ProductionCheck {

    static final String PROPERTY = "carewright.public-url";

    private final Environment environment;

    PublicUrlCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public List<String> problems() {
        return environment.getProperty(PROPERTY, "").startsWith("https://")
                ? List.of()
                : List.of("CAREWRIGHT_PUBLIC_URL must be the https:// address that patients open.");
    }
}
