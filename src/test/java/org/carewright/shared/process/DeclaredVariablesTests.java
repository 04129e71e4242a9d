package org.carewright.shared.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which variables a process has is said once, by the constants of a class. */
class DeclaredVariablesTests {

    private static class Constants {

        static final String PROCESS_ID = "SomeProcess";
        static final ProcessVariable<String> NOTE = ProcessVariable.sealed("note", String.class);
        private static final ProcessVariable<Integer> COUNT = ProcessVariable.open("count", Integer.class);
    }

    private static final class Constants$$SpringCGLIB extends Constants {}

    @Test
    void areAllOfThemInTheirOrder() {
        assertThat(DeclaredVariables.of(Constants.class)).containsExactly(Constants.NOTE, Constants.COUNT);
    }

    @Test
    void areFoundThroughAProxyToo() {
        assertThat(DeclaredVariables.of(Constants$$SpringCGLIB.class)).hasSize(2);
    }

    @Test
    void mayBeNone() {
        assertThat(DeclaredVariables.of(String.class)).isEmpty();
    }
}
