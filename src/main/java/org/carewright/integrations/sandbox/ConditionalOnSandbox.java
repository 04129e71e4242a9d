package org.carewright.integrations.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There only where the sandbox is on: {@code carewright.sandbox.enabled}, by default everywhere but in production. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnSandbox.SandboxIsOn.class)
public @interface ConditionalOnSandbox {

    /** Reads the setting; a production that asks for the sandbox is refused elsewhere, here it just gets none. */
    class SandboxIsOn implements Condition {

        private static final String ENABLED = "carewright.sandbox.enabled";
        private static final Profiles PRODUCTION = Profiles.of("production");

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var environment = context.getEnvironment();
            return !environment.acceptsProfiles(PRODUCTION) && environment.getProperty(ENABLED, Boolean.class, true);
        }
    }
}
