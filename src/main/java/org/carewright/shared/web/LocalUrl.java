package org.carewright.shared.web;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address of this very process, for calls that it makes to itself. */
@Component
public class LocalUrl {

    private final Environment environment;

    LocalUrl(Environment environment) {
        this.environment = environment;
    }

    /** Scheme, host and port without a slash at the end; the port is known once the web server runs. */
    public String base() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }
}
