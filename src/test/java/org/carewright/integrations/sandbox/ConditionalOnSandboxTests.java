package org.carewright.integrations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConditionalOnSandboxTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Part.class);

    @Test
    void isThereWhenNothingIsSaid() {
        context.run(started -> assertThat(started).hasSingleBean(Part.class));
    }

    @Test
    void isNotThereWhenSwitchedOff() {
        context.withPropertyValues("carewright.sandbox.enabled=false")
                .run(started -> assertThat(started).doesNotHaveBean(Part.class));
    }

    @Test
    void isNeverThereInProduction() {
        context.withPropertyValues("spring.profiles.active=production", "carewright.sandbox.enabled=true")
                .run(started -> assertThat(started).doesNotHaveBean(Part.class));
    }

    @ConditionalOnSandbox
    static class Part {}
}
