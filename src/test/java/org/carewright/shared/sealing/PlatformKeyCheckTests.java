package org.carewright.shared.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlatformKeyCheckTests {

    @Test
    void refusesAKeyMadeUpAtStart() {
        assertThat(new PlatformKeyCheck(new SealingSettings(" ", Path.of("platform.key"))).problems())
                .singleElement()
                .asString()
                .startsWith("CAREWRIGHT_SEALING_PLATFORM_KEY is missing");
    }

    @Test
    void acceptsAGivenKeyWithoutTellingIt() {
        assertThat(new PlatformKeyCheck(new SealingSettings("c2VjcmV0", Path.of("platform.key"))).problems())
                .isEmpty();
    }
}
