package org.carewright.shared.web;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Pages for developers are there where the sandbox is: {@code carewright.sandbox.enabled}, never in production. */
class DevelopmentPages implements Condition {

    private static final Profiles PRODUCTION = Profiles.of("production");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return !environment.acceptsProfiles(PRODUCTION)
                && environment.getProperty("carewright.sandbox.enabled", Boolean.class, true);
    }
}
