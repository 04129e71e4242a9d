package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a request calls us is believed by nobody: links and redirects don't lead there. */
@CarewrightTest
class HostHeaderTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/desk", "/desk/sign-in", "/portal", "/v3/api-docs", "/.well-known/jwks.json", "/nowhere"})
    void noAnswerRepeatsAForeignHost(String path) throws IOException {
        var answer = get(path, "intruder.example");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("intruder.example");
        assertThat(get(path, "localhost")).startsWith(answer.substring(0, "HTTP/1.1 200".length()));
    }

    private String get(String path, String host) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + host
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
