package org.carewright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PublicUrlCheckTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "http://clinic.example"})
    void refusesAnAddressThatIsNotEncrypted(String url) {
        assertThat(problems(url))
                .containsExactly("CAREWRIGHT_PUBLIC_URL must be the https:// address that patients open.");
    }

    @Test
    void acceptsAnEncryptedAddress() {
        assertThat(problems("https://clinic.example")).isEmpty();
    }

    private static java.util.List<String> problems(String url) {
        return new PublicUrlCheck(new MockEnvironment().withProperty(PublicUrlCheck.PROPERTY, url)).problems();
    }
}
