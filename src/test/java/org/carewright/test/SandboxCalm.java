package org.carewright.test;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After each test no provider of the sandbox is in trouble, so that no test meets another one's faults. */
final class SandboxCalm implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(SandboxFixture.class)
                .afterTest();
    }
}
